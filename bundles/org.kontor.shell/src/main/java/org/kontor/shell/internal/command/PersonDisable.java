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

/** {@code kontor:person-disable} (P9). */
@Service
@Command(scope = "kontor", name = "person-disable", description = "Shuts somebody out, with their next request")
public final class PersonDisable extends NamedPersonCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        PersonDetails before = person(call);
        PersonDetails after = desk().peopleDesk().setDisabled(call, before.id(), null, true);
        tell(
                screen,
                after,
                before.disabled() == after.disabled()
                        ? "Nothing changed: " + after.login() + " is disabled already."
                        : "Person " + after.login()
                                + " is shut out, with the next request. Let them in again: kontor:person-enable "
                                + typed(login()));
    }
}
