/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.Group;
import org.kontor.api.people.PersonDetails;
import org.kontor.shell.internal.complete.PersonCompleter;
import org.kontor.shell.internal.screen.Screen;

/** What the commands for people in a group have in common. */
public abstract class GroupMemberCommand extends NamedGroupCommand {
    @Argument(index = 1, name = "login", description = "Who, one or more", required = true, multiValued = true)
    @Completion(PersonCompleter.class)
    private List<String> logins;

    @Override
    protected final void run(CallContext call, Screen screen) {
        Group group = group(call);
        for (String login : logins) {
            move(call, group, desk().peopleDesk().byLogin(call, login));
        }
        Group after = desk().groups().get(call, group.id());
        tell(screen, after, "Group '" + after.name() + "' has " + Texts.count(after.members(), "member") + " now.");
    }

    abstract void move(CallContext call, Group group, PersonDetails person);
}
