/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.Group;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.Desk;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** What the commands for groups have in common. */
public abstract class GroupCommand extends AccountCommand {
    /** @throws KontorException {@code not_found} */
    static Group find(Desk desk, CallContext call, String name) {
        return desk.groups().list(call).stream()
                .filter(group -> group.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new KontorException(
                        ErrorCode.NOT_FOUND,
                        "There is no group '" + name + "' in this account. List them: kontor:group-list"));
    }

    /** @param typed null for none */
    static Role role(String option, String typed) {
        return typed == null ? null : Choices.of(Role.class, option, typed);
    }

    /** In the names that REST uses. */
    static Map<String, Object> document(Group group) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", group.id());
        document.put("name", group.name());
        document.put("role", group.role());
        document.put("labRole", group.labRole());
        document.put("members", group.members());
        document.put("version", group.version());
        return document;
    }

    /** @param sentence what happened, for people */
    final void tell(Screen screen, Group group, String sentence) {
        if (json()) {
            Json.print(screen.out(), document(group));
        } else {
            screen.say(sentence);
        }
    }
}
