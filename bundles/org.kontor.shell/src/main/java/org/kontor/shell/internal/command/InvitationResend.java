/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.Invitation;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:invitation-resend} (P2). */
@Service
@Command(
        scope = "kontor",
        name = "invitation-resend",
        description = "Sends an invitation, or sends it again; the link from before ends")
public final class InvitationResend extends InvitationCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        Invitation after = desk().invitations().resend(call, id());
        tell(screen, after, "The invitation of " + after.login() + " goes to " + after.email() + ".");
    }
}
