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
import org.kontor.api.error.KontorException;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.Naming;
import org.kontor.shell.internal.complete.TokenCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:token-revoke}. */
@Service
@Command(
        scope = "kontor",
        name = "token-revoke",
        description = "Ends a token at once; administrators end those of others, too")
public final class TokenRevoke extends KontorCommand {
    @Argument(name = "token", description = "Its id", required = true)
    @Completion(TokenCompleter.class)
    private String token;

    @Override
    protected void run(CallContext call, Screen screen) {
        UUID id = Naming.id(token)
                .orElseThrow(() -> KontorException.invalid(
                        "token", "not_an_id", "Must be the id of a token. List them: kontor:token-list", null));
        desk().tokens().revoke(call, id);
        if (json()) {
            Json.print(screen.out(), Map.of("revoked", id));
        } else {
            screen.say("Token " + id + " does not count any more.");
        }
    }
}
