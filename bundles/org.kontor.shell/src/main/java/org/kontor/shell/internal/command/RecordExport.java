/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.completers.StringsCompleter;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordQuery;
import org.kontor.shell.internal.complete.FilterCompleter;
import org.kontor.shell.internal.screen.JsonLines;
import org.kontor.shell.internal.screen.ProgressBar;
import org.kontor.shell.internal.screen.Screen;
import org.kontor.tabular.CsvLines;
import org.kontor.tabular.RecordLines;

/** Writes all records of a search to a file, whole or not at all. */
public abstract class RecordExport extends RecordSearch {
    private static final String CSV = "csv";
    private static final String NDJSON = "ndjson";
    private static final String SCREEN = "-";

    @Option(name = "--format", description = "csv or ndjson; else what the name of the file says, else csv")
    @Completion(
            value = StringsCompleter.class,
            values = {CSV, NDJSON})
    private String format;

    @Option(name = "--force", description = "Writes over a file that is there")
    private boolean force;

    @Argument(index = 0, name = "file", description = "On the server; - for the screen", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Argument(
            index = 1,
            name = "words and filters",
            description = "Words to search for, and filters as NAME=VALUE, for example country=CH",
            multiValued = true)
    @Completion(FilterCompleter.class)
    private List<String> arguments = new ArrayList<>();

    @Override
    protected void run(CallContext call, Screen screen) throws Exception {
        RecordQuery query = query(call, arguments);
        boolean csv = isCsv();
        if (file.equals(SCREEN)) {
            write(call, query, csv, screen.out(), null);
            return;
        }
        Path whole = Path.of(file).toAbsolutePath();
        if (Files.exists(whole) && !force) {
            throw KontorException.invalid("file", "exists", "The file is there. To write over it: --force", file);
        }
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        long count;
        try (ProgressBar bar = screen.progress(type().key() + "s", -1)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                count = write(call, query, csv, out, bar);
            }
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw KontorException.invalid("file", "not_writable", "The file cannot be written on the server.", file);
        } finally {
            Files.deleteIfExists(part);
        }
        screen.say(count + " " + type().key() + "s written to " + whole
                + (csv ? ". Take them in again: kontor:" + type().key() + "-import " + typed(file) : "."));
    }

    private boolean isCsv() {
        String chosen = format != null
                ? format.toLowerCase(Locale.ROOT)
                : file.toLowerCase(Locale.ROOT).endsWith("." + NDJSON) ? NDJSON : CSV;
        if (!chosen.equals(CSV) && !chosen.equals(NDJSON)) {
            throw KontorException.invalid("--format", "unknown_choice", "Must be one of csv, ndjson.", format);
        }
        return chosen.equals(CSV);
    }

    /** @param bar null where nobody looks */
    private long write(CallContext call, RecordQuery query, boolean csv, OutputStream out, ProgressBar bar)
            throws IOException {
        CsvLines.Codes codes = (target, ids) -> desk().records(target).getAll(call, ids).values().stream()
                .collect(Collectors.toMap(BusinessRecord::id, BusinessRecord::code));
        RecordLines<BusinessRecord> lines = csv ? new CsvLines(out, type(), path -> true, codes) : new JsonLines(out);
        long[] count = {0};
        try {
            records().forEach(call, query, record -> {
                try {
                    lines.write(record);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                count[0]++;
                if (bar != null) {
                    bar.update(count[0]);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        lines.finish();
        out.flush();
        return count[0];
    }
}
