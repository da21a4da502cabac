/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.kontor.api.call.Role;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.PersonDetails;
import org.kontor.api.people.PersonWithPassword;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** What the commands for people have in common. */
public abstract class PersonCommand extends AccountCommand {
    private static final Character UNSEEN = '\0';

    @Override
    protected String next(KontorException refusal) {
        return refusal.code() == ErrorCode.NOT_FOUND ? "Who there is: kontor:person-list" : super.next(refusal);
    }

    /** @param typed null when none were */
    static Set<Role> roles(List<String> typed) {
        if (typed == null) {
            return null;
        }
        Set<Role> roles = new TreeSet<>();
        typed.forEach(role -> roles.add(Choices.of(Role.class, "--role", role)));
        return roles;
    }

    static String roles(PersonDetails person) {
        return person.roles().stream()
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /**
     * A password that is typed twice without being seen.
     *
     * @param generate whether one is to be made instead
     * @return null when one is to be made
     */
    final char[] password(Screen screen, boolean generate) throws IOException {
        if (generate) {
            return null;
        }
        if (!screen.isTerminal()) {
            throw KontorException.invalid(
                    "--generate", "required", "Is needed where nobody can be asked for a password.", null);
        }
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

    /** @param done what was done, as a sentence */
    final void tell(Screen screen, PersonDetails person, String done) {
        tell(screen, new PersonWithPassword(person, null), done);
    }

    /** @param done what was done, as a sentence */
    final void tell(Screen screen, PersonWithPassword made, String done) {
        String password = made.password() == null ? null : new String(made.password());
        if (json()) {
            Json.print(screen.out(), document(made.person(), password));
            return;
        }
        screen.say(done);
        if (password != null) {
            screen.say("The password is " + password
                    + "\nIt is shown this once. It is changed with PUT /kontor/api/v1/me/password.");
        }
    }

    static Map<String, Object> document(PersonDetails person, String password) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", person.id());
        document.put("version", person.version());
        document.put("login", person.login());
        document.put("name", person.name());
        document.put("email", person.email());
        document.put("roles", new TreeSet<>(person.roles()));
        document.put("groups", person.groups());
        document.put("labs", person.labs());
        document.put("home", person.home());
        document.put("disabled", person.disabled());
        document.put("lastSignIn", person.lastSignIn());
        document.put("lockedUntil", person.lockedUntil());
        document.put("password", password);
        return document;
    }
}
