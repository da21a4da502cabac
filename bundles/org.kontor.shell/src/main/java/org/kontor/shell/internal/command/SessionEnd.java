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
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.Naming;
import org.kontor.shell.internal.complete.SessionCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:session-end}. */
@Service
@Command(scope = "kontor", name = "session-end", description = "Ends a session of yours in a browser at once, or all")
public final class SessionEnd extends KontorCommand {
    @Option(name = "--all", description = "All that you have")
    private boolean all;

    @Argument(name = "session", description = "Its id")
    @Completion(SessionCompleter.class)
    private String session;

    @Override
    protected void run(CallContext call, Screen screen) {
        int ended = 1;
        if (all) {
            ended = desk().sessions().endOthers(call, null);
        } else {
            desk().sessions().end(call, id());
        }
        if (json()) {
            Json.print(screen.out(), Map.of("ended", ended));
        } else {
            screen.say(ended == 1 ? "1 session ended." : ended + " sessions ended.");
        }
    }

    private UUID id() {
        return Naming.id(session == null ? "" : session)
                .orElseThrow(() -> KontorException.invalid(
                        "session",
                        "not_an_id",
                        "Must be the id of a session, or --all. List them: kontor:session-list",
                        null));
    }
}
