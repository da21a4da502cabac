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
import org.kontor.api.provider.InvitePermission;
import org.kontor.api.provider.InvitePermissionQuery;
import org.kontor.api.record.Page;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:invite-permission-list} (A15). */
@Service
@Command(
        scope = "kontor",
        name = "invite-permission-list",
        description = "Lists who may invite customers under your partner account, and under whom it may")
public final class InvitePermissionList extends AccountCommand {
    @Option(name = "--received", description = "true: only those that it was given; false: only those that it gave")
    private String received;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = 20;

    @Option(name = "--cursor", description = "Where the page before ended")
    private String cursor;

    @Override
    protected void run(CallContext call, Screen screen) {
        Boolean only = received == null ? null : Boolean.valueOf(Choices.truth("--received", received));
        Page<InvitePermission> page =
                desk().invitePermissions().find(call, new InvitePermissionQuery(only, limit, cursor));
        if (json()) {
            Json.print(screen.out(), page);
            return;
        }
        if (page.items().isEmpty()) {
            screen.say("There is none. Give one: kontor:invite-permission-give PARTNER-ID");
            return;
        }
        screen.table(
                List.of(
                        Column.whole("permission"),
                        Column.text("partner"),
                        Column.text("inviter"),
                        Column.text("given by"),
                        Column.text("given")),
                page.items().stream()
                        .map(one -> List.of(
                                one.id().toString(),
                                MspLinkCommand.party(one.partner()),
                                MspLinkCommand.party(one.inviter()),
                                Texts.of(one.givenBy()),
                                Texts.time(one.given())))
                        .toList());
        if (page.next() != null) {
            screen.say("More follow: add --cursor " + page.next());
        }
    }
}
