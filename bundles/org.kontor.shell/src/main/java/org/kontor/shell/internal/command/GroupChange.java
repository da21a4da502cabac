/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.Group;
import org.kontor.api.people.GroupEdit;
import org.kontor.shell.internal.complete.RoleCompleter;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:group-change} (P7, A8). */
@Service
@Command(
        scope = "kontor",
        name = "group-change",
        description = "Changes the name of a group or what it gives, with the next request of its members")
public final class GroupChange extends NamedGroupCommand {
    @Option(name = "--name", description = "A new name")
    private String newName;

    @Option(name = "--role", description = "What its members may do in the account")
    @Completion(RoleCompleter.class)
    private String role;

    @Option(name = "--lab-role", description = "What those who reach the labs may do there; none for nothing")
    @Completion(RoleCompleter.class)
    private String labRole;

    @Override
    protected void run(CallContext call, Screen screen) {
        Group before = group(call);
        boolean none = "none".equals(labRole);
        Group after = desk().groups()
                .change(
                        call,
                        before.id(),
                        before.version(),
                        new GroupEdit(newName, role("--role", role), none ? null : role("--lab-role", labRole), none));
        tell(
                screen,
                after,
                after.version() == before.version()
                        ? "Nothing changed: the group was like this already."
                        : "Group '" + after.name() + "' changed, now version " + after.version() + ".");
    }
}
