/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;

import org.kontor.api.call.CallContext;
import org.kontor.api.sync.ConnectionStatus;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.complete.ConnectionCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** A command on one connection. */
public abstract class ConnectionCommand extends KontorCommand {
    @Argument(name = "connection", description = "Its name", required = true)
    @Completion(ConnectionCompleter.class)
    private String name;

    protected final String name() {
        return name;
    }

    protected final ConnectionStatus status(CallContext call) {
        return desk().connections().get(call, name);
    }

    /** What was done, in a sentence; as JSON how the connection does now. */
    protected final void done(CallContext call, Screen screen, String sentence) {
        if (json()) {
            Json.print(screen.out(), status(call));
        } else {
            screen.say(sentence);
        }
    }
}
