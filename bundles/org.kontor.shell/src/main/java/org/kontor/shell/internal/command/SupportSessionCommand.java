/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.support.SupportSession;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.Naming;
import org.kontor.shell.internal.complete.SupportSessionCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** What the commands for one support session have in common. */
public abstract class SupportSessionCommand extends AccountCommand {
    @Argument(name = "session", description = "Its id", required = true)
    @Completion(SupportSessionCompleter.class)
    private String supportSession;

    @Override
    protected String next(KontorException refusal) {
        return refusal.code() == ErrorCode.NOT_FOUND
                ? "Which there are: kontor:support-session-list"
                : super.next(refusal);
    }

    final UUID id() {
        return Naming.id(supportSession)
                .orElseThrow(() -> KontorException.invalid(
                        "session",
                        "not_an_id",
                        "Must be the id of a session. List them: kontor:support-session-list",
                        null));
    }

    final void show(Screen screen, SupportSession shown) {
        show(screen, shown, json());
    }

    static void show(Screen screen, SupportSession shown, boolean json) {
        if (json) {
            Json.print(screen.out(), shown);
            return;
        }
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("session", shown.id().toString());
        lines.put("state", Choices.typed(shown.state()));
        lines.put("account", shown.account().name() + " " + shown.account().id());
        lines.put("asked from", shown.askedFrom().name());
        lines.put("person", shown.name() + " (" + shown.login() + ")");
        lines.put("reason", shown.reason());
        lines.put("role", Choices.typed(shown.role()));
        lines.put("minutes", String.valueOf(shown.minutes()));
        lines.put("requested", Texts.time(shown.requested()));
        lines.put("answer by", shown.answered() == null ? Texts.time(shown.answerBy()) : null);
        lines.put("answered", Texts.time(shown.answered()));
        lines.put("answered by", shown.answeredBy());
        lines.put("ends", Texts.time(shown.ends()));
        lines.put("ended", Texts.time(shown.ended()));
        lines.put("ended by", shown.endedBy());
        Details.print(screen, lines);
    }
}
