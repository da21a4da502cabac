/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;
import java.util.Map;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.Group;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:group-list} (P7, A8). */
@Service
@Command(scope = "kontor", name = "group-list", description = "Lists the groups of the account, and what they give")
public final class GroupList extends GroupCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        List<Group> groups = desk().groups().list(call);
        if (json()) {
            Json.print(
                    screen.out(),
                    Map.of("items", groups.stream().map(GroupCommand::document).toList()));
            return;
        }
        if (groups.isEmpty()) {
            screen.say("There is none. Make one: kontor:group-create --role support \"Field service\"");
            return;
        }
        screen.table(
                List.of(Column.text("name"), Column.whole("role"), Column.whole("in labs"), Column.whole("members")),
                groups.stream()
                        .map(group -> List.of(
                                group.name(),
                                Choices.typed(group.role()),
                                group.labRole() == null ? "" : Choices.typed(group.labRole()),
                                String.valueOf(group.members())))
                        .toList());
    }
}
