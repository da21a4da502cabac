/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.completers.FileCompleter;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.imports.FileOptions;
import org.kontor.api.imports.ImportListener;
import org.kontor.api.imports.ImportPreview;
import org.kontor.api.imports.ImportRequest;
import org.kontor.api.sync.Run;
import org.kontor.shell.internal.RecordCommand;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.ProgressBar;
import org.kontor.shell.internal.screen.Screen;

/** Takes a file in that lies on the server (C11). */
public abstract class RecordImport extends RecordCommand {
    @Option(name = "--source", description = "Where the file comes from; what columns mean is remembered for it")
    private String source = "shell";

    @Option(name = "--preview", description = "Shows what would become of the file; nothing is written")
    private boolean preview;

    @Option(
            name = "--map",
            description = "What a column means, like \"Firma=name\"; \"Memo=\" passes it over, \"*=\" all others",
            multiValued = true)
    private List<String> pairs = new ArrayList<>();

    @Option(name = "--sheet", description = "Sheet of an XLSX file; else the first one that is not hidden")
    private String sheet;

    @Option(name = "--delimiter", description = "comma, semicolon, tab or pipe; else found out")
    private String delimiter;

    @Option(name = "--encoding", description = "Like UTF-8 or windows-1252; else found out")
    private String encoding;

    @Argument(name = "file", description = "CSV or XLSX, on the server", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Override
    protected void run(CallContext call, Screen screen) throws Exception {
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw KontorException.invalid("file", "not_found", "There is no such file on the server.", file);
        }
        ImportRequest request = new ImportRequest(
                type(),
                source,
                path.getFileName().toString(),
                new FileOptions(delimiter, encoding, sheet),
                mapping(),
                ImportRequest.DEFAULT_BATCH);
        if (preview) {
            ImportPreview shown = desk().imports().preview(call, request, path);
            if (json()) {
                Json.print(screen.out(), shown);
            } else {
                print(screen, shown);
            }
            return;
        }
        Run run = take(call, screen, request, path);
        if (json()) {
            Json.print(screen.out(), run);
        } else {
            screen.say(run.read() + " rows: " + run.created() + " created, " + run.updated() + " updated, "
                    + run.unchanged() + " unchanged, " + run.archived() + " archived, " + run.refused() + " refused.");
            screen.say(
                    (run.refused() > 0 ? "Show what was refused" : "Show the run") + ": kontor:run-show " + run.id());
        }
    }

    private Run take(CallContext call, Screen screen, ImportRequest request, Path path) throws Exception {
        long size = Files.size(path) / 1024 + 1;
        try (ProgressBar bar = screen.progress(request.name() + ", KiB", size)) {
            return desk().imports().run(call, request, path, new ImportListener() {
                @Override
                public void taken(List<RowResult> rows, double done) {
                    bar.update(Math.round(done * size));
                }
            });
        }
    }

    /** The last = divides: a header may have one, a field has none. */
    private Map<String, String> mapping() {
        Map<String, String> mapping = new LinkedHashMap<>();
        for (String pair : pairs) {
            int at = pair.lastIndexOf('=');
            if (at < 1) {
                throw KontorException.invalid("--map", "not_a_pair", "Must be COLUMN=FIELD, like Firma=name.", pair);
            }
            mapping.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return mapping;
    }

    private static void print(Screen screen, ImportPreview shown) {
        screen.table(
                List.of(
                        Column.text("column"),
                        Column.whole("means"),
                        Column.whole("how"),
                        Column.whole("sure"),
                        Column.text("samples")),
                shown.columns().stream()
                        .map(column -> List.of(
                                column.header(),
                                Texts.of(column.field()),
                                column.origin().name().toLowerCase(Locale.ROOT),
                                column.used() || column.certainty() == 0 ? "" : "no: " + column.certainty(),
                                String.join(" | ", column.samples())))
                        .toList());
        screen.table(
                List.of(Column.whole("line"), Column.whole("outcome"), Column.text("values"), Column.text("message")),
                shown.rows().stream()
                        .map(row -> List.of(
                                String.valueOf(row.line()),
                                row.outcome().name(),
                                row.values().entrySet().stream()
                                        .map(value -> value.getKey() + "=" + value.getValue())
                                        .collect(Collectors.joining(", ")),
                                Texts.of(row.message())))
                        .toList());
        screen.say(shown.total() + " rows" + (shown.tried() < shown.total() ? ", about " : ": ")
                + shown.estimate().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(count ->
                                count.getValue() + " " + count.getKey().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + ".");
        if (!shown.unknown().isEmpty()) {
            screen.say("Not known: " + String.join(", ", shown.unknown()) + ". Say what they mean: --map \""
                    + shown.unknown().get(0) + "=FIELD\", or pass them over: --map \""
                    + shown.unknown().get(0) + "=\"");
        } else if (!shown.ready()) {
            screen.say("A column code or externalId is needed, to know a record again: --map COLUMN=code");
        }
    }
}
