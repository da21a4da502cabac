/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.PersonDetails;
import org.kontor.shell.internal.complete.PersonCompleter;

/** What the commands for one person have in common. */
public abstract class NamedPersonCommand extends PersonCommand {
    @Argument(name = "login", description = "What the person signs in with", required = true)
    @Completion(PersonCompleter.class)
    private String login;

    /** As it was typed. */
    final String login() {
        return login;
    }

    /** @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied} */
    final PersonDetails person(CallContext call) {
        return desk().peopleDesk().byLogin(call, login);
    }
}
