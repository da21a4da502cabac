/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.Group;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:group-delete} (P7). */
@Service
@Command(
        scope = "kontor",
        name = "group-delete",
        description = "Deletes a group; who was in it stays a member of the account")
public final class GroupDelete extends NamedGroupCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        Group group = group(call);
        desk().groups().delete(call, group.id(), group.version());
        tell(screen, group, "Group '" + group.name() + "' deleted.");
    }
}
