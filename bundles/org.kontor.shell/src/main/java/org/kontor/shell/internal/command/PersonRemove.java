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

/** {@code kontor:person-remove} (P9). */
@Service
@Command(
        scope = "kontor",
        name = "person-remove",
        description = "Ends somebody's membership of the account, with their next request")
public final class PersonRemove extends NamedPersonCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        PersonDetails before = person(call);
        desk().peopleDesk().remove(call, before.id(), null);
        tell(screen, before, "Person " + before.login() + " is no member of the account any more.");
    }
}
