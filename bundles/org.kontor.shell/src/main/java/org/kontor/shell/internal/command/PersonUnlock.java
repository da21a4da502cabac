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
import org.kontor.api.people.PersonDetails;
import org.kontor.shell.internal.complete.PersonCompleter;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:person-unlock} (X2). */
@Service
@Command(scope = "kontor", name = "person-unlock", description = "Lifts the lock of a login after wrong passwords")
public final class PersonUnlock extends PersonCommand {
    @Argument(name = "login", description = "What the person signs in with", required = true)
    @Completion(PersonCompleter.class)
    private String login;

    @Override
    protected void run(CallContext call, Screen screen) {
        PersonDetails before = desk().peopleDesk().byLogin(call, login);
        PersonDetails after = desk().peopleDesk().unlock(call, before.id());
        tell(
                screen,
                after,
                before.lockedUntil() == null
                        ? after.login() + " was not locked; wrong passwords from before are forgotten."
                        : "Person " + after.login() + " may sign in again.");
    }
}
