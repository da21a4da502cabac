/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.people.PeopleQuery;
import org.kontor.api.people.PersonDetails;
import org.kontor.api.record.Page;
import org.kontor.shell.internal.complete.GroupCompleter;
import org.kontor.shell.internal.complete.RoleCompleter;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:person-list} (P4, P7). */
@Service
@Command(scope = "kontor", name = "person-list", description = "Lists who may sign in, by login")
public final class PersonList extends PersonCommand {
    @Option(name = "--role", description = "Only holders of this role")
    @Completion(RoleCompleter.class)
    private String role;

    @Option(name = "--group", description = "Only members of this group")
    @Completion(GroupCompleter.class)
    private String group;

    @Option(name = "--disabled", description = "Only those who are disabled (true), or who are not (false)")
    private String disabled;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = 20;

    @Option(name = "--cursor", description = "Where the page before ended")
    private String cursor;

    @Argument(name = "text", description = "A part of the login, the name or the e-mail")
    private String text;

    @Override
    protected void run(CallContext call, Screen screen) {
        PeopleQuery query = new PeopleQuery(
                text,
                role == null ? null : Choices.of(Role.class, "--role", role),
                group == null ? null : GroupCommand.find(desk(), call, group).id(),
                disabled == null ? null : Choices.truth("--disabled", disabled),
                limit,
                cursor);
        Page<PersonDetails> page = desk().peopleDesk().find(call, query);
        if (json()) {
            Json.print(screen.out(), page.map(person -> document(person, null)));
            return;
        }
        if (page.items().isEmpty()) {
            screen.say("Nobody found.");
            return;
        }
        screen.table(
                List.of(
                        Column.whole("login"),
                        Column.text("name"),
                        Column.text("email"),
                        Column.text("roles"),
                        Column.text("last sign-in"),
                        Column.text("state")),
                page.items().stream()
                        .map(person -> List.of(
                                person.login(),
                                person.name(),
                                Texts.of(person.email()),
                                roles(person),
                                Texts.time(person.lastSignIn()),
                                state(person)))
                        .toList());
        if (page.next() != null) {
            screen.say("More follow: add --cursor " + page.next());
        }
    }

    private static String state(PersonDetails person) {
        if (person.disabled()) {
            return "disabled";
        }
        return person.lockedUntil() == null ? "" : "locked until " + Texts.time(person.lockedUntil());
    }
}
