/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.Group;
import org.kontor.shell.internal.complete.GroupCompleter;

/** What the commands for one group have in common. */
public abstract class NamedGroupCommand extends GroupCommand {
    @Argument(name = "group", description = "Its name", required = true)
    @Completion(GroupCompleter.class)
    private String name;

    /** @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied} */
    final Group group(CallContext call) {
        return find(desk(), call, name);
    }
}
