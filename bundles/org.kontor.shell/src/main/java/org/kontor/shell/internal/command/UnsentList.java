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
import org.kontor.api.sync.UnsentRecord;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:unsent-list}. */
@Service
@Command(
        scope = "kontor",
        name = "unsent-list",
        description = "Lists what external systems did not take of what was to be sent, the longest waiting first")
public final class UnsentList extends UnsentFilter {
    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = 20;

    @Option(name = "--cursor", description = "Where the page before ended")
    private String cursor;

    @Override
    protected void run(CallContext call, Screen screen) {
        Page<UnsentRecord> page = desk().unsent().list(call, query(), limit, cursor);
        if (json()) {
            Json.print(screen.out(), page);
            return;
        }
        if (page.items().isEmpty()) {
            screen.say("Nothing was refused.");
            return;
        }
        screen.table(
                List.of(
                        Column.whole("unsent"),
                        Column.text("connection"),
                        Column.text("record"),
                        Column.text("external id"),
                        Column.number("attempts"),
                        Column.text("since"),
                        Column.text("reason")),
                page.items().stream()
                        .map(one -> List.of(
                                one.id().toString(),
                                one.connection(),
                                (one.deletion() ? "deleted " : "") + one.type().key() + " " + Texts.of(one.code()),
                                Texts.of(one.externalId()),
                                String.valueOf(one.attempts()),
                                Texts.time(one.firstSeen()),
                                Texts.reason(one.message(), one.violations())))
                        .toList());
        if (page.next() != null) {
            screen.say("More follow: add --cursor " + page.next());
        }
        screen.say("Change the record, or mend it there and send it once more: kontor:unsent-retry UNSENT");
    }
}
