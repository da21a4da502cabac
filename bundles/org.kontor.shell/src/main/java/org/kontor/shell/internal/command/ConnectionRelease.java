/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.sync.Braked;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:connection-release}. */
@Service
@Command(
        scope = "kontor",
        name = "connection-release",
        description = "Lets the next run of a connection archive as many records as it finds")
public final class ConnectionRelease extends ConnectionCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        StringBuilder released = new StringBuilder();
        for (Braked one : desk().brakes().release(call, name())) {
            released.append("At least ")
                    .append(one.archives())
                    .append(" of ")
                    .append(one.known())
                    .append(" records of type ")
                    .append(one.type().key())
                    .append(" may be archived. ");
        }
        done(call, screen, released + "At once: kontor:connection-sync " + name());
    }
}
