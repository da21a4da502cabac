/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.Arrays;
import java.util.UUID;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.PersonWithPassword;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:person-password} (P4). The password is typed without being seen, or made. */
@Service
@Command(scope = "kontor", name = "person-password", description = "Gives somebody a new password")
public final class PersonPassword extends NamedPersonCommand {
    @Option(name = "--generate", description = "Makes a password and shows it this once, instead of asking for one")
    private boolean generate;

    @Override
    protected void run(CallContext call, Screen screen) throws Exception {
        UUID id = person(call).id();
        char[] password = password(screen, generate);
        try {
            PersonWithPassword changed = desk().peopleDesk().setPassword(call, id, password);
            tell(
                    screen,
                    changed,
                    "Person " + changed.person().login() + " has a new password; the old one does not count any more.");
        } finally {
            if (password != null) {
                Arrays.fill(password, '\0');
            }
        }
    }
}
