/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:connection-stop}. */
@Service
@Command(
        scope = "kontor",
        name = "connection-stop",
        description = "Stops a connection until it is started again, also over a restart of Kontor")
public final class ConnectionStop extends ConnectionCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        desk().connections().stop(call, name());
        done(
                call,
                screen,
                "Connection " + name()
                        + " stops and stays stopped, also after a restart. Start it: kontor:connection-start "
                        + name());
    }
}
