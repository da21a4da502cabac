/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:connection-start}. */
@Service
@Command(scope = "kontor", name = "connection-start", description = "Starts a stopped connection")
public final class ConnectionStart extends ConnectionCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        desk().connections().start(call, name());
        done(call, screen, "Connection " + name() + " starts. Look at it: kontor:connection-show " + name());
    }
}
