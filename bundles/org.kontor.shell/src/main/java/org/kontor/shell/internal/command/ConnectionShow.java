/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.sync.ConnectionStatus;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:connection-show}. */
@Service
@Command(scope = "kontor", name = "connection-show", description = "Shows how a connection does")
public final class ConnectionShow extends ConnectionCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        ConnectionStatus status = status(call);
        if (json()) {
            Json.print(screen.out(), status);
            return;
        }
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("connection", status.name());
        lines.put("connector", status.connector());
        lines.put("state", status.state().name());
        lines.put("since", Texts.time(status.since()));
        lines.put("last success", Texts.time(status.lastSuccess()));
        lines.put("message", status.message());
        Details.print(screen, lines);
        screen.say(
                switch (status.state()) {
                    case STOPPED -> "Start it: kontor:connection-start " + name();
                    case PAUSED -> "Go on: kontor:connection-resume " + name();
                    default -> "Its runs: kontor:run-list --connection " + name()
                            + ". Read now: kontor:connection-sync " + name();
                });
    }
}
