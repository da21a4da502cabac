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
import org.kontor.api.people.Session;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:session-list}. */
@Service
@Command(scope = "kontor", name = "session-list", description = "Lists your sessions in browsers, newest first")
public final class SessionList extends KontorCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        List<Session> sessions = desk().sessions().list(call);
        if (json()) {
            Json.print(screen.out(), Map.of("items", sessions));
            return;
        }
        if (sessions.isEmpty()) {
            screen.say("There is none.");
            return;
        }
        screen.table(
                List.of(
                        Column.whole("session"),
                        Column.text("begun"),
                        Column.text("last used"),
                        Column.text("ends"),
                        Column.text("browser")),
                sessions.stream()
                        .map(session -> List.of(
                                session.id().toString(),
                                Texts.time(session.begun()),
                                Texts.time(session.lastUsed()),
                                Texts.time(
                                        session.idleUntil().isBefore(session.ends())
                                                ? session.idleUntil()
                                                : session.ends()),
                                session.client() == null ? "" : session.client()))
                        .toList());
    }
}
