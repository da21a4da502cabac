/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.provider.InvitePermission;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.Naming;
import org.kontor.shell.internal.complete.AccountCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:invite-permission-give} (A15). */
@Service
@Command(
        scope = "kontor",
        name = "invite-permission-give",
        description = "Lets a partner invite customers under your partner account")
public final class InvitePermissionGive extends AccountCommand {
    @Argument(name = "inviter", description = "The partner who may, by id, code or name", required = true)
    @Completion(AccountCompleter.class)
    private String inviter;

    @Override
    protected void run(CallContext call, Screen screen) {
        InvitePermission given = desk().invitePermissions()
                .give(call, Naming.id(inviter).orElseGet(() -> Naming.find(desk(), call, RecordType.ACCOUNT, inviter)
                        .id()));
        if (json()) {
            Json.print(screen.out(), given);
        } else {
            screen.say(given.inviter().name() + " may invite customers. Take it back: kontor:invite-permission-take "
                    + given.id());
        }
    }
}
