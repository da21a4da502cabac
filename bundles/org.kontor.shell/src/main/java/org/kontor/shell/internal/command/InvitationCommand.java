/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.UUID;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.Invitation;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.Naming;
import org.kontor.shell.internal.complete.InvitationCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** What the commands for one invitation have in common. */
public abstract class InvitationCommand extends AccountCommand {
    @Argument(name = "invitation", description = "Its id", required = true)
    @Completion(InvitationCompleter.class)
    private String invitation;

    @Override
    protected String next(KontorException refusal) {
        return refusal.code() == ErrorCode.NOT_FOUND ? "Which there are: kontor:invitation-list" : super.next(refusal);
    }

    final UUID id() {
        return Naming.id(invitation)
                .orElseThrow(() -> KontorException.invalid(
                        "invitation",
                        "not_an_id",
                        "Must be the id of an invitation. List them: kontor:invitation-list",
                        null));
    }

    /** @param done what was done, as a sentence */
    final void tell(Screen screen, Invitation after, String done) {
        if (json()) {
            Json.print(screen.out(), after);
        } else {
            screen.say(done);
        }
    }
}
