/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Run;
import org.kontor.shell.internal.RecordCommand;
import org.kontor.shell.internal.ServerFile;
import org.kontor.shell.internal.Uninterrupted;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.ProgressBar;
import org.kontor.shell.internal.screen.Screen;

/** Takes a file in that lies on the server (C11). */
public abstract class RecordImport extends RecordCommand {
    private static final String SHELL = "shell";

    @Option(name = "--source", description = "Where the file comes from; what columns mean is remembered for it")
    private String source = SHELL;

    @Option(name = "--preview", description = "Shows what would become of the file; nothing is written")
    private boolean preview;

    @Option(
            name = "--map",
            description =
                    "What a column means, like \"Firma=name\"; \"Memo=\" passes it over, \"*=\" every one not named",
            multiValued = true)
    private List<String> pairs = new ArrayList<>();

    @Option(name = "--sheet", description = "Sheet of an XLSX file; else the first one that is not hidden")
    private String sheet;

    @Option(name = "--delimiter", description = "comma, semicolon, tab or pipe; else found out")
    private String delimiter;

    @Option(name = "--encoding", description = "Like UTF-8 or windows-1252; else found out")
    private String encoding;

    @Argument(name = "file", description = "CSV or XLSX, where Kontor runs", required = true)
    @Completion(FileCompleter.class)
    private String file;

    /** While it runs. */
    private Progress progress;

    @Override
    protected void run(CallContext call, Screen screen) {
        Path path = ServerFile.toRead(file);
        ImportRequest request = new ImportRequest(
                type(),
                source,
                path.getFileName().toString(),
                new FileOptions(delimiter, encoding, sheet),
                mapping(),
                ImportRequest.DEFAULT_BATCH);
        try {
            if (preview) {
                ImportPreview shown = desk().imports().preview(call, request, path);
                if (json()) {
                    Json.print(screen.out(), shown);
                } else {
                    new PreviewText(shown, "kontor:" + type().key() + "-import" + options() + " " + typed(file))
                            .print(screen);
                }
            } else {
                take(call, screen, request, path);
            }
        } catch (UncheckedIOException e) {
            throw ServerFile.notReadable(file);
        }
    }

    private void take(CallContext call, Screen screen, ImportRequest request, Path path) {
        Run run;
        try (ProgressBar bar = screen.progress(request.name() + ", rows")) {
            progress = new Progress(bar);
            run = desk().imports().run(call, request, path, progress);
        } catch (KontorException e) {
            if (!progress.stopped()) {
                throw e;
            }
            screen.sayLate(
                    "Stopped; " + progress.rows() + " rows are in. Import the file again to go on: what is in stays"
                            + " as it is. Show the run: kontor:run-show " + progress.run());
            return;
        }
        if (json()) {
            Json.print(screen.out(), run);
            return;
        }
        if (run.read() == 0) {
            screen.say("The file has no rows under its header.");
            return;
        }
        screen.say(Texts.count(run.read(), "row") + ": " + run.created() + " created, " + run.updated() + " updated, "
                + run.unchanged() + " unchanged, " + run.archived() + " archived, " + run.refused() + " refused.");
        if (run.refused() == 0) {
            screen.say("Show the run: kontor:run-show " + run.id());
            return;
        }
        progress.refused()
                .forEach(row -> screen.say("line " + row.line() + ", "
                        + row.result().externalId() + ": "
                        + Texts.reason(row.result().message(), row.result().violations())));
        screen.say((run.refused() > progress.refused().size()
                        ? "These are the first " + progress.refused().size() + ". "
                        : "")
                + "Correct them and import the file again: what is in stays as it is. All that was refused: kontor:run-show "
                + run.id());
    }

    @Override
    protected String next(KontorException refusal) {
        if (refusal.violations().stream()
                .anyMatch(violation -> violation.field().equals("columns"))) {
            return "See what the columns are taken for: --preview. Say what one is: --map \"COLUMN=FIELD\"; that it is"
                    + " passed over: --map \"COLUMN=\"";
        }
        if (progress != null && progress.rows() > 0) {
            return progress.rows()
                    + " rows before that place are in. When the file is whole, import it again: they stay"
                    + " as they are.";
        }
        return super.next(refusal);
    }

    /** The options of this call, for the next one. */
    private String options() {
        StringBuilder options = new StringBuilder();
        option(options, "--source", source.equals(SHELL) ? null : source);
        pairs.forEach(pair -> option(options, "--map", pair));
        option(options, "--sheet", sheet);
        option(options, "--delimiter", delimiter);
        option(options, "--encoding", encoding);
        return options.toString();
    }

    private static void option(StringBuilder options, String name, String value) {
        if (value != null) {
            options.append(' ').append(name).append(' ').append(typed(value));
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

    /** Draws the bar, keeps the first refusals and ends the import when somebody wants it. */
    private static final class Progress implements ImportListener {
        private static final int SHOWN = 10;

        private final ProgressBar bar;
        private final List<RowResult> refused = new ArrayList<>();
        private volatile UUID run;
        private volatile long rows;
        private volatile boolean stopped;

        Progress(ProgressBar bar) {
            this.bar = bar;
        }

        @Override
        public void begun(UUID begun) {
            run = begun;
        }

        @Override
        public void taken(List<RowResult> taken, double done) {
            rows += taken.size();
            taken.stream()
                    .filter(row -> row.result().outcome() == Outcome.REFUSED)
                    .limit(SHOWN - refused.size())
                    .forEach(refused::add);
            if (!Uninterrupted.stopWanted()) {
                bar.update(rows, done);
            }
        }

        @Override
        public boolean goOn() {
            stopped = Uninterrupted.stopWanted();
            return !stopped;
        }

        UUID run() {
            return run;
        }

        long rows() {
            return rows;
        }

        boolean stopped() {
            return stopped;
        }

        List<RowResult> refused() {
            return refused;
        }
    }
}
