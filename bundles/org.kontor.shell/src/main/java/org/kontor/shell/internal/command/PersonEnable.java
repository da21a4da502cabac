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

/** {@code kontor:person-enable} (P9). */
@Service
@Command(scope = "kontor", name = "person-enable", description = "Lets somebody in again")
public final class PersonEnable extends NamedPersonCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        PersonDetails before = person(call);
        PersonDetails after = desk().peopleDesk().setDisabled(call, before.id(), null, false);
        tell(
                screen,
                after,
                before.disabled() == after.disabled()
                        ? "Nothing changed: " + after.login() + " may sign in already."
                        : "Person " + after.login() + " may sign in again.");
    }
}
