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
import org.kontor.api.sync.Quarantined;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:quarantine-list}. */
@Service
@Command(
        scope = "kontor",
        name = "quarantine-list",
        description = "Lists what external systems told and could not be taken in, the longest waiting first")
public final class QuarantineList extends QuarantineFilter {
    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = 20;

    @Option(name = "--cursor", description = "Where the page before ended")
    private String cursor;

    @Override
    protected void run(CallContext call, Screen screen) {
        Page<Quarantined> page = desk().quarantine().list(call, query(), limit, cursor);
        if (json()) {
            Json.print(screen.out(), page);
            return;
        }
        if (page.items().isEmpty()) {
            screen.say("The quarantine is empty.");
            return;
        }
        screen.table(
                List.of(
                        Column.whole("quarantined"),
                        Column.text("connection"),
                        Column.text("type"),
                        Column.text("external id"),
                        Column.number("attempts"),
                        Column.text("since"),
                        Column.text("reason")),
                page.items().stream()
                        .map(one -> List.of(
                                one.id().toString(),
                                one.connection(),
                                one.type().key(),
                                one.externalId(),
                                String.valueOf(one.attempts()),
                                Texts.time(one.firstSeen()),
                                Texts.reason(one.message(), one.violations())))
                        .toList());
        if (page.next() != null) {
            screen.say("More follow: add --cursor " + page.next());
        }
        screen.say("What was told: kontor:quarantine-show ID. Take it in with an edit: kontor:quarantine-replay ID"
                + " FIELD=VALUE");
    }
}
