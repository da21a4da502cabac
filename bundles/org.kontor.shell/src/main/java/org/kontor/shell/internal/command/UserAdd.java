/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.Arrays;
import java.util.List;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.NewPerson;
import org.kontor.shell.internal.complete.RoleCompleter;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:user-add}: a person that signs in (P4). The password is typed without being seen, or made. */
@Service
@Command(scope = "kontor", name = "user-add", description = "Adds a person that signs in")
public final class UserAdd extends PersonCommand {
    @Option(name = "--name", description = "For people to read; without it the login")
    private String name;

    @Option(name = "--email", description = "One e-mail is one person; programs have none")
    private String email;

    @Option(
            name = "--role",
            description = "What the person may do; may be given several times",
            required = true,
            multiValued = true)
    @Completion(RoleCompleter.class)
    private List<String> roles;

    @Option(name = "--generate", description = "Makes a password and shows it this once, instead of asking for one")
    private boolean generate;

    @Argument(
            name = "login",
            description = "What the person signs in with, for example an e-mail address",
            required = true)
    private String login;

    @Override
    protected void run(CallContext call, Screen screen) throws Exception {
        call.requirePeople();
        NewPerson person = new NewPerson(login, name == null ? login : name, roles(roles));
        char[] password = password(screen, generate);
        try {
            tell(screen, desk().peopleDesk().create(call, person, email, password), "Person " + login + " added.");
        } finally {
            if (password != null) {
                Arrays.fill(password, '\0');
            }
        }
    }
}
