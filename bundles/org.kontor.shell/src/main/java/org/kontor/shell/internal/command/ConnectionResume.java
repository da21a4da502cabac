/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:connection-resume}. */
@Service
@Command(
        scope = "kontor",
        name = "connection-resume",
        description = "Lets a paused connection go on from where it stood")
public final class ConnectionResume extends ConnectionCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        desk().connections().resume(call, name());
        done(call, screen, "Connection " + name() + " goes on. Look at it: kontor:connection-show " + name());
    }
}
