/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.Page;
import org.kontor.api.sync.Conflict;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:conflict-list}. */
@Service
@Command(
        scope = "kontor",
        name = "conflict-list",
        description = "Lists fields that both sides changed and that wait for a decision")
public final class ConflictList extends ConflictCommand {
    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = 20;

    @Option(name = "--cursor", description = "Where the page before ended")
    private String cursor;

    @Override
    protected void run(CallContext call, Screen screen) {
        Page<Conflict> page = desk().conflicts().list(call, query(), limit, cursor);
        if (json()) {
            Json.print(screen.out(), page);
            return;
        }
        if (page.items().isEmpty()) {
            screen.say("No conflict waits.");
            return;
        }
        screen.table(
                List.of(
                        Column.whole("conflict"),
                        Column.text("connection"),
                        Column.text("type"),
                        Column.text("external id"),
                        Column.text("field"),
                        Column.text("agreed"),
                        Column.text("ours"),
                        Column.text("theirs"),
                        Column.text("since")),
                page.items().stream()
                        .map(one -> List.of(
                                one.id().toString(),
                                one.connection(),
                                one.type().key(),
                                one.externalId(),
                                one.field(),
                                Texts.of(one.agreed()),
                                Texts.of(one.ours()),
                                Texts.of(one.theirs()),
                                Texts.time(one.since())))
                        .toList());
        if (page.next() != null) {
            screen.say("More follow: add --cursor " + page.next());
        }
        screen.say("Decide: kontor:conflict-decide --stays ours CONFLICT, or --stays theirs.");
    }
}
