/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;
import java.util.Locale;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.Invitation;
import org.kontor.api.people.InvitationQuery;
import org.kontor.api.people.InvitationState;
import org.kontor.api.record.Page;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:invitation-list} (P2). */
@Service
@Command(
        scope = "kontor",
        name = "invitation-list",
        description = "Lists invitations and how far they came, newest first")
public final class InvitationList extends AccountCommand {
    @Option(
            name = "--state",
            description = "Only those that are waiting, queued, sent, failed, accepted, expired or revoked")
    private String state;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = 20;

    @Option(name = "--cursor", description = "Where the page before ended")
    private String cursor;

    @Override
    protected void run(CallContext call, Screen screen) {
        InvitationQuery query = new InvitationQuery(
                state == null ? null : Choices.of(InvitationState.class, "--state", state), limit, cursor);
        Page<Invitation> page = desk().invitations().find(call, query);
        if (json()) {
            Json.print(screen.out(), page);
            return;
        }
        if (page.items().isEmpty()) {
            screen.say("There is none. Invite somebody: kontor:person-invite --role read_only name@example.com");
            return;
        }
        screen.table(
                List.of(
                        Column.whole("invitation"),
                        Column.whole("state"),
                        Column.text("login"),
                        Column.text("email"),
                        Column.text("sent"),
                        Column.text("ends"),
                        Column.text("problem")),
                page.items().stream()
                        .map(one -> List.of(
                                one.id().toString(),
                                one.state().name().toLowerCase(Locale.ROOT),
                                one.login(),
                                one.email(),
                                Texts.time(one.sent()),
                                Texts.time(one.expires()),
                                Texts.of(one.problem())))
                        .toList());
        if (page.next() != null) {
            screen.say("More follow: add --cursor " + page.next());
        }
    }
}
