/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:connection-pause}. */
@Service
@Command(
        scope = "kontor",
        name = "connection-pause",
        description = "Holds a connection until it is resumed, also over a restart of Kontor")
public final class ConnectionPause extends ConnectionCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        desk().connections().pause(call, name());
        done(
                call,
                screen,
                "Connection " + name()
                        + " pauses after the batch that it is at, and stays paused, also after a restart. Go on:"
                        + " kontor:connection-resume " + name());
    }
}
