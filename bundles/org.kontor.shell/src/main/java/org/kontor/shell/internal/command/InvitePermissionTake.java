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
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.complete.InvitePermissionCompleter;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:invite-permission-take} (A15). */
@Service
@Command(
        scope = "kontor",
        name = "invite-permission-take",
        description = "Takes a permission to invite customers back; what was opened stays")
public final class InvitePermissionTake extends AccountCommand {
    @Argument(name = "permission", description = "Its id", required = true)
    @Completion(InvitePermissionCompleter.class)
    private String permission;

    @Override
    protected void run(CallContext call, Screen screen) {
        desk().invitePermissions().take(call, InvitePermissionCommand.id(permission));
        if (!json()) {
            screen.say("The permission is taken back. What was opened stays, and so do its links.");
        }
    }
}
