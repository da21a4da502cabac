/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;
import java.util.Map;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.sync.ConnectionStatus;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:connection-list}. */
@Service
@Command(scope = "kontor", name = "connection-list", description = "Lists the connections to other systems")
public final class ConnectionList extends KontorCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        List<ConnectionStatus> connections = desk().connections().list(call);
        if (json()) {
            Json.print(screen.out(), Map.of("items", connections));
        } else if (connections.isEmpty()) {
            screen.say("There is no connection. Each file etc/org.kontor.connection-NAME.cfg makes one.");
        } else {
            screen.table(
                    List.of(
                            Column.whole("connection"),
                            Column.text("connector"),
                            Column.whole("state"),
                            Column.whole("since"),
                            Column.text("last success"),
                            Column.text("message")),
                    connections.stream()
                            .map(status -> List.of(
                                    status.name(),
                                    status.connector(),
                                    status.state().name(),
                                    Texts.time(status.since()),
                                    Texts.time(status.lastSuccess()),
                                    Texts.of(status.message())))
                            .toList());
        }
    }
}
