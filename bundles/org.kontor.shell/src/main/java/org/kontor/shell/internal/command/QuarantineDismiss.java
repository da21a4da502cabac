/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.Map;
import java.util.UUID;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.shell.internal.complete.QuarantineCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:quarantine-dismiss}. */
@Service
@Command(
        scope = "kontor",
        name = "quarantine-dismiss",
        description = "Forgets what waits in the quarantine; told and refused again, it comes back")
public final class QuarantineDismiss extends QuarantineCommand {
    @Argument(name = "quarantined", description = "Its id", required = true)
    @Completion(QuarantineCompleter.class)
    private String quarantined;

    @Override
    protected void run(CallContext call, Screen screen) {
        UUID id = id(quarantined);
        desk().quarantine().dismiss(call, id);
        if (json()) {
            Json.print(screen.out(), Map.of("dismissed", id));
        } else {
            screen.say("Forgotten. When it is told and refused again, it comes back.");
        }
    }
}
