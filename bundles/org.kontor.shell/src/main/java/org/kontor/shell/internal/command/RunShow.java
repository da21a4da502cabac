/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.RunItem;
import org.kontor.api.sync.RunProgress;
import org.kontor.api.sync.RunState;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.Naming;
import org.kontor.shell.internal.complete.RunCompleter;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:run-show}: counts and items of a run; one that is under way can be watched (S13). */
@Service
@Command(scope = "kontor", name = "run-show", description = "Shows a run and what became of its records")
public final class RunShow extends KontorCommand {
    @Option(name = "--follow", description = "Watches until the run ends; Ctrl-C stops watching, not the run")
    private boolean follow;

    @Option(name = "--outcome", description = "Only items of this outcome; without it those that were refused")
    @Completion(
            value = StringsCompleter.class,
            values = {"created", "updated", "archived", "unarchived", "deleted", "sent", "conflict", "refused"},
            caseSensitive = false)
    private String outcome = "refused";

    @Option(name = "--all", description = "Items of every outcome")
    private boolean all;

    @Option(name = "--limit", description = "How many items at most, 1 to 200")
    private int limit = RecordQuery.DEFAULT_LIMIT;

    @Option(name = "--cursor", description = "Where the page of items before ended")
    private String cursor;

    @Argument(name = "run", description = "Its id; without it the newest run")
    @Completion(RunCompleter.class)
    private String named;

    @Override
    protected void run(CallContext call, Screen screen) {
        Outcome wanted = all ? null : Choices.of(Outcome.class, "--outcome", outcome);
        Run run = find(call);
        if (follow) {
            run = RunWatch.toEnd(call, screen, desk().runs(), run);
        }
        Page<RunItem> items = desk().runs().items(call, run.id(), wanted, limit, cursor);
        if (json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("run", run);
            document.put("items", items.items());
            document.put("next", items.next());
            Json.print(screen.out(), document);
        } else {
            print(screen, run, items);
        }
    }

    private Run find(CallContext call) {
        if (named == null) {
            return desk().runs().list(call, null, 1, null).items().stream()
                    .findFirst()
                    .orElseThrow(() -> new KontorException(
                            ErrorCode.NOT_FOUND, "There is no run yet. Read now: kontor:connection-sync CONNECTION"));
        }
        UUID id = Naming.id(named)
                .orElseThrow(() -> KontorException.invalid(
                        "run", "not_an_id", "Must be the id of a run. List them: kontor:run-list", named));
        return desk().runs().get(call, id);
    }

    private static void print(Screen screen, Run run, Page<RunItem> items) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("run", run.id().toString());
        lines.put("connection", run.connection());
        lines.put("source", run.source());
        lines.put("state", run.state().name());
        lines.put("started", Texts.time(run.startedAt()));
        lines.put("ended", Texts.time(run.endedAt()));
        lines.put("message", run.message());
        RunProgress progress = run.progress();
        if (progress.total() != null) {
            lines.put(
                    "done",
                    progress.done() + " of " + progress.total()
                            + (progress.share() < 0 ? "" : " (" + Texts.share(progress.share()) + ")"));
        }
        if (progress.recordsPerSecond() != null) {
            lines.put("pace", progress.recordsPerSecond() + " records a second");
        }
        if (progress.secondsLeft() != null) {
            lines.put("remaining", Texts.duration(Duration.ofSeconds(progress.secondsLeft())));
        }
        lines.put("read", String.valueOf(run.read()));
        lines.put("created", String.valueOf(run.created()));
        lines.put("updated", String.valueOf(run.updated()));
        lines.put("unchanged", String.valueOf(run.unchanged()));
        lines.put("archived", String.valueOf(run.archived()));
        lines.put("sent", String.valueOf(run.sent()));
        lines.put("in conflict", String.valueOf(run.conflicts()));
        lines.put("refused", String.valueOf(run.refused()));
        Details.print(screen, lines);
        if (!items.items().isEmpty()) {
            screen.table(
                    List.of(
                            Column.text("external id"),
                            Column.whole("outcome"),
                            Column.whole("type"),
                            Column.text("code"),
                            Column.text("message")),
                    items.items().stream()
                            .map(item -> List.of(
                                    item.result().externalId(),
                                    item.result().outcome().name(),
                                    item.type().key(),
                                    Texts.of(item.result().code()),
                                    told(item)))
                            .toList());
        }
        if (items.next() != null) {
            screen.say("More items follow: add --cursor " + items.next());
        }
        if (run.state() == RunState.RUNNING) {
            screen.say("It is under way. Watch it: kontor:run-show --follow " + run.id());
        }
    }

    /** Of a dry run the changes, else the reason. */
    private static String told(RunItem item) {
        String reason = Texts.reason(item.result().message(), item.result().violations());
        String changes = item.changes().stream().map(RunShow::told).collect(Collectors.joining(", "));
        return reason.isEmpty() || changes.isEmpty() ? reason + changes : reason + " " + changes;
    }

    private static String told(FieldChange change) {
        return change.before() == null
                ? change.field() + ": " + change.after()
                : change.field() + ": " + change.before() + " -> " + Texts.of(change.after());
    }
}
