/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.time.Instant;
import java.util.List;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.Page;
import org.kontor.api.sync.Run;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.complete.ConnectionCompleter;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:run-list}. */
@Service
@Command(scope = "kontor", name = "run-list", description = "Lists runs of connections, newest first")
public final class RunList extends KontorCommand {
    @Option(name = "--connection", description = "Only those of this connection")
    @Completion(ConnectionCompleter.class)
    private String connection;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = 20;

    @Option(name = "--cursor", description = "Where the page before ended")
    private String cursor;

    @Override
    protected void run(CallContext call, Screen screen) {
        Page<Run> page = desk().runs().list(call, connection, limit, cursor);
        if (json()) {
            Json.print(screen.out(), page);
            return;
        }
        if (page.items().isEmpty()) {
            screen.say("No run yet. Read now: kontor:connection-sync CONNECTION");
            return;
        }
        screen.table(
                List.of(
                        Column.whole("run"),
                        Column.text("connection"),
                        Column.text("source"),
                        Column.text("state"),
                        Column.text("started"),
                        Column.text("took"),
                        Column.number("done"),
                        Column.number("read"),
                        Column.number("written"),
                        Column.number("conflicts"),
                        Column.number("refused")),
                page.items().stream()
                        .map(run -> List.of(
                                run.id().toString(),
                                run.connection(),
                                run.source(),
                                run.state().name(),
                                Texts.time(run.startedAt()),
                                Texts.between(run.startedAt(), run.endedAt() == null ? Instant.now() : run.endedAt()),
                                Texts.share(run.progress().share()),
                                String.valueOf(run.read()),
                                String.valueOf(run.created() + run.updated() + run.archived() + run.sent()),
                                String.valueOf(run.conflicts()),
                                String.valueOf(run.refused())))
                        .toList());
        if (page.next() != null) {
            screen.say("More follow: add --cursor " + page.next());
        }
    }
}
