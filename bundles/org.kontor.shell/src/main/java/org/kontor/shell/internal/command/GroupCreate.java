/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.Group;
import org.kontor.api.people.NewGroup;
import org.kontor.shell.internal.complete.RoleCompleter;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:group-create} (P7, A8). */
@Service
@Command(scope = "kontor", name = "group-create", description = "Makes a group, which gives its members a role")
public final class GroupCreate extends GroupCommand {
    @Option(name = "--role", description = "What its members may do in the account", required = true)
    @Completion(RoleCompleter.class)
    private String role;

    @Option(name = "--lab-role", description = "At a partner: what those who reach its labs may do there")
    @Completion(RoleCompleter.class)
    private String labRole;

    @Argument(name = "name", description = "Unique in the account", required = true)
    private String name;

    @Override
    protected void run(CallContext call, Screen screen) {
        Group made =
                desk().groups().create(call, new NewGroup(name, role("--role", role), role("--lab-role", labRole)));
        tell(
                screen,
                made,
                "Group '" + made.name() + "' made. Take somebody in: kontor:group-add \"" + made.name() + "\" LOGIN");
    }
}
