/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.PersonDetails;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:person-show} (P7). */
@Service
@Command(scope = "kontor", name = "person-show", description = "Shows everything about somebody who signs in")
public final class PersonShow extends NamedPersonCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        PersonDetails person = person(call);
        if (json()) {
            Json.print(screen.out(), document(person, null));
            return;
        }
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("login", person.login());
        lines.put("name", person.name());
        lines.put("email", person.email());
        lines.put("roles", roles(person));
        lines.put("disabled", person.disabled() ? "yes" : "no");
        lines.put("last sign-in", person.lastSignIn() == null ? "never" : Texts.time(person.lastSignIn()));
        lines.put("locked until", Texts.time(person.lockedUntil()));
        lines.put("version", String.valueOf(person.version()));
        lines.put("id", person.id().toString());
        Details.print(screen, lines);
        if (person.lockedUntil() != null) {
            screen.say("Wrong passwords were given too often. Lift the lock: kontor:person-unlock "
                    + typed(person.login()));
        }
    }
}
