/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.ApiToken;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:token-list}. */
@Service
@Command(
        scope = "kontor",
        name = "token-list",
        description = "Lists the tokens with which programs sign in, newest first")
public final class TokenList extends KontorCommand {
    @Argument(name = "login", description = "Whose; without it your own. Administrators see those of others")
    private String login;

    @Override
    protected void run(CallContext call, Screen screen) {
        List<ApiToken> tokens =
                login == null ? desk().tokens().list(call) : desk().tokens().list(call, login);
        if (json()) {
            Json.print(screen.out(), Map.of("items", tokens));
            return;
        }
        if (tokens.isEmpty()) {
            screen.say("There is none. Make one: kontor:token-create --scope read \"What it is for\"");
            return;
        }
        screen.table(
                List.of(
                        Column.whole("token"),
                        Column.text("name"),
                        Column.whole("scope"),
                        Column.text("ends"),
                        Column.text("last used"),
                        Column.whole("state")),
                tokens.stream()
                        .map(token -> List.of(
                                token.id().toString(),
                                token.name(),
                                token.scope().name().toLowerCase(Locale.ROOT),
                                Texts.time(token.expires()),
                                token.lastUsed() == null ? "never" : Texts.time(token.lastUsed()),
                                state(token)))
                        .toList());
    }

    private static String state(ApiToken token) {
        if (token.revoked() != null) {
            return "revoked";
        }
        return token.counts(Instant.now()) ? "counts" : "expired";
    }
}
