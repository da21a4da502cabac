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
import org.kontor.api.support.SupportSession;
import org.kontor.api.support.SupportSessionQuery;
import org.kontor.api.support.SupportSessionState;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:support-session-list} (A10). */
@Service
@Command(
        scope = "kontor",
        name = "support-session-list",
        description = "Lists support sessions in the account, and those asked for from it, newest first")
public final class SupportSessionList extends AccountCommand {
    @Option(name = "--state", description = "Only those that are requested, active, refused, ended or expired")
    private String state;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = 20;

    @Option(name = "--cursor", description = "Where the page before ended")
    private String cursor;

    @Override
    protected void run(CallContext call, Screen screen) {
        SupportSessionState wanted = state == null ? null : Choices.of(SupportSessionState.class, "--state", state);
        Page<SupportSession> page = desk().supportSessions().find(call, new SupportSessionQuery(wanted, limit, cursor));
        if (json()) {
            Json.print(screen.out(), page);
            return;
        }
        if (page.items().isEmpty()) {
            screen.say("There is none. Ask for one: kontor:support-session-request ACCOUNT \"REASON\"");
            return;
        }
        screen.table(
                List.of(
                        Column.whole("session"),
                        Column.whole("state"),
                        Column.text("account"),
                        Column.text("person"),
                        Column.whole("role"),
                        Column.text("ends"),
                        Column.text("reason")),
                page.items().stream()
                        .map(one -> List.of(
                                one.id().toString(),
                                Choices.typed(one.state()),
                                one.account().name(),
                                one.login(),
                                Choices.typed(one.role()),
                                Texts.time(one.ends()),
                                one.reason()))
                        .toList());
        if (page.next() != null) {
            screen.say("More follow: add --cursor " + page.next());
        }
    }
}
