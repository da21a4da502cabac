/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.completers.StringsCompleter;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.RecordQuery;
import org.kontor.shell.internal.ServerFile;
import org.kontor.shell.internal.Uninterrupted;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.JsonLines;
import org.kontor.shell.internal.screen.ProgressBar;
import org.kontor.shell.internal.screen.Screen;
import org.kontor.tabular.CsvLines;
import org.kontor.tabular.CustomColumns;
import org.kontor.tabular.RecordLines;

/** Writes all records of a search to a file, whole or not at all, or to the screen. */
public abstract class RecordExport extends RecordSearch {
    private static final String CSV = "csv";
    private static final String NDJSON = "ndjson";

    @Option(
            name = "--file",
            aliases = "-f",
            description = "Where to write it, on the machine that Kontor runs on; without it, to the screen")
    @Completion(FileCompleter.class)
    private String file;

    @Option(name = "--format", description = "csv or ndjson; else what the name of the file says, else csv")
    @Completion(
            value = StringsCompleter.class,
            values = {CSV, NDJSON})
    private String format;

    @Option(name = "--force", description = "Writes over a file that is there")
    private boolean force;

    @Override
    protected void run(CallContext call, Screen screen) throws Exception {
        RecordQuery query = query(call);
        boolean csv = isCsv();
        if (file == null) {
            if (json()) {
                throw KontorException.invalid(
                        "--json", "not_here", "The records themselves are printed. As JSON: --format ndjson", null);
            }
            write(call, query, csv, screen.out(), null);
            return;
        }
        Path whole = ServerFile.toWrite("--file", file, force);
        long count = 0;
        try (ProgressBar bar = screen.progress(type().key() + "s")) {
            count = ServerFile.write(whole, force, out -> write(call, query, csv, out, bar));
        } catch (IOException e) {
            throw ServerFile.notWritable("--file", file);
        } catch (Stopped e) {
            screen.sayLate("Stopped; nothing was written.");
            return;
        }
        if (json()) {
            Json.print(screen.out(), Map.of("file", whole.toString(), "format", csv ? CSV : NDJSON, "records", count));
            return;
        }
        screen.say(Texts.count(count, type().key()) + " written to " + whole + "."
                + (csv
                        ? " Take them in again: kontor:" + type().key() + "-import --source NAME "
                                + typed(whole.toString())
                        : ""));
    }

    private boolean isCsv() {
        String chosen = format != null
                ? format.toLowerCase(Locale.ROOT)
                : file != null && file.toLowerCase(Locale.ROOT).endsWith("." + NDJSON) ? NDJSON : CSV;
        if (!chosen.equals(CSV) && !chosen.equals(NDJSON)) {
            throw KontorException.invalid("--format", "unknown_choice", "Must be one of csv, ndjson.", format);
        }
        return chosen.equals(CSV);
    }

    /** Somebody pressed Ctrl-C. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super(null, null, false, false);
        }
    }

    /** @param bar null where nobody looks */
    private long write(CallContext call, RecordQuery query, boolean csv, OutputStream out, ProgressBar bar)
            throws IOException {
        CsvLines.Codes codes = (target, ids) -> desk().records(target).getAll(call, ids).values().stream()
                .collect(Collectors.toMap(BusinessRecord::id, BusinessRecord::code));
        List<CustomField> custom = csv ? CustomColumns.of(desk().customFields().list(call, type())) : List.of();
        RecordLines<BusinessRecord> lines =
                csv ? new CsvLines(out, type(), custom, path -> true, codes) : new JsonLines(out);
        long[] count = {0};
        try {
            records().forEach(call, query, record -> {
                if (Uninterrupted.stopWanted()) {
                    throw new Stopped();
                }
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
