/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.NewPerson;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.complete.RoleCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:user-add}: a person that signs in (P4). The password is typed without being seen, or made. */
@Service
@Command(scope = "kontor", name = "user-add", description = "Adds a person that signs in")
public final class UserAdd extends KontorCommand {
    private static final Character UNSEEN = '\0';

    @Option(name = "--name", description = "For people to read; without it the login")
    private String name;

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
        call.requireAdministrator();
        Set<Role> given = new TreeSet<>();
        roles.forEach(role -> given.add(Choices.of(Role.class, "--role", role)));
        if (!generate && !screen.isTerminal()) {
            throw KontorException.invalid(
                    "--generate", "required", "Is needed where nobody can be asked for a password.", null);
        }
        char[] password = generate ? desk().people().makePassword() : ask();
        try {
            UUID id = desk().people().add(call, new NewPerson(login, name == null ? login : name, given), password);
            tell(screen, id, given, password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private char[] ask() throws IOException {
        char[] password = answer("Password: ");
        char[] again = answer("The same again: ");
        if (!Arrays.equals(password, again)) {
            throw KontorException.invalid("password", "not_the_same", "Was typed differently the second time.", null);
        }
        return password;
    }

    private char[] answer(String question) throws IOException {
        String answer = session().readLine(question, UNSEEN);
        return answer == null ? new char[0] : answer.toCharArray();
    }

    private void tell(Screen screen, UUID id, Set<Role> given, char[] password) {
        if (json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("id", id);
            document.put("login", login);
            document.put("roles", given);
            document.put("password", generate ? new String(password) : null);
            Json.print(screen.out(), document);
            return;
        }
        screen.say("Person " + login + " added.");
        if (generate) {
            screen.say("The password is " + new String(password)
                    + "\nIt is shown this once. It is changed with PUT /kontor/api/v1/me/password.");
        }
    }
}
