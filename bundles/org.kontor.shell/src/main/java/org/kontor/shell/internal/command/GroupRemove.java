/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.Group;
import org.kontor.api.people.PersonDetails;

/** {@code kontor:group-remove} (P7). */
@Service
@Command(
        scope = "kontor",
        name = "group-remove",
        description = "Takes somebody out of a group; they stay a member of the account")
public final class GroupRemove extends GroupMemberCommand {
    @Override
    void move(CallContext call, Group group, PersonDetails person) {
        desk().groups().remove(call, group.id(), person.id());
    }
}
