/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.PersonDetails;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:person-unlock} (X2). */
@Service
@Command(scope = "kontor", name = "person-unlock", description = "Lifts the lock of a login after wrong passwords")
public final class PersonUnlock extends NamedPersonCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        PersonDetails before = person(call);
        PersonDetails after = desk().peopleDesk().unlock(call, before.id());
        tell(
                screen,
                after,
                before.lockedUntil() == null
                        ? after.login() + " was not locked; wrong passwords from before are forgotten."
                        : "Person " + after.login() + " may sign in again.");
    }
}
