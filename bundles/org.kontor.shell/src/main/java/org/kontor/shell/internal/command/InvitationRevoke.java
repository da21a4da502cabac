/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.Invitation;
import org.kontor.api.people.InvitationState;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:invitation-revoke} (P2). */
@Service
@Command(scope = "kontor", name = "invitation-revoke", description = "Ends an invitation, and shuts out who never came")
public final class InvitationRevoke extends InvitationCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        Invitation after = desk().invitations().revoke(call, id());
        tell(
                screen,
                after,
                after.state() == InvitationState.ACCEPTED
                        ? "Nothing changed: " + after.login() + " has set a password already."
                        : "The link of " + after.login()
                                + " does not count. Send another one: kontor:invitation-resend " + after.id());
    }
}
