/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:connection-sync}. */
@Service
@Command(scope = "kontor", name = "connection-sync", description = "Reads what is new in the other system now")
public final class ConnectionSync extends ConnectionCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        boolean begun = desk().connections().sync(call, name());
        done(
                call,
                screen,
                "Connection " + name() + (begun ? " reads now." : " is reading already.")
                        + " See what comes: kontor:run-list --connection " + name());
    }
}
