/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.PersonDetails;
import org.kontor.api.people.PersonEdit;
import org.kontor.shell.internal.complete.RoleCompleter;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:person-change} (P4, P6). */
@Service
@Command(
        scope = "kontor",
        name = "person-change",
        description = "Changes the name, the e-mail or the roles of somebody, or whether they reach labs")
public final class PersonChange extends NamedPersonCommand {
    @Option(name = "--name", description = "For people to read")
    private String name;

    @Option(name = "--email", description = "One e-mail is one person; an empty one (--email \"\") clears it")
    private String email;

    @Option(
            name = "--role",
            description = "All roles that the person has afterwards; may be given several times",
            multiValued = true)
    @Completion(RoleCompleter.class)
    private List<String> roles;

    @Option(name = "--labs", description = "At a partner: whether the person reaches its labs (true or false)")
    private String labs;

    @Option(
            name = "--version",
            description = "Refuses when this is not the version any more; without it, what is there now is changed")
    private Long version;

    @Override
    protected void run(CallContext call, Screen screen) {
        PersonDetails before = person(call);
        PersonDetails after = desk().peopleDesk()
                .change(
                        call,
                        before.id(),
                        version == null ? before.version() : version,
                        new PersonEdit(name, email, roles(roles), labs == null ? null : Choices.truth("--labs", labs)));
        tell(
                screen,
                after,
                after.version() == before.version()
                        ? "Nothing changed: " + after.login() + " was like this already."
                        : "Person " + after.login() + " changed, now version " + after.version() + ".");
    }
}
