/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.Map;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.PersonDetails;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:password-instructions} (P4). */
@Service
@Command(
        scope = "kontor",
        name = "password-instructions",
        description = "Mails somebody a link to set a new password; the old one counts until then")
public final class PasswordInstructions extends NamedPersonCommand {
    @Option(name = "--language", description = "Of the mail: en or fr")
    private String language;

    @Override
    protected void run(CallContext call, Screen screen) {
        PersonDetails person = person(call);
        desk().invitations().sendPasswordInstructions(call, person.id(), language);
        if (json()) {
            Json.print(screen.out(), Map.of("login", person.login(), "email", person.email()));
        } else {
            screen.say("A link to set a new password goes to " + person.email() + ".");
        }
    }
}
