/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.time.Duration;
import java.time.Instant;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.IssuedToken;
import org.kontor.api.people.NewToken;
import org.kontor.api.people.TokenScope;
import org.kontor.api.people.Tokens;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.complete.ScopeCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:token-create}: a token with which a program signs in as the caller (X2). Its secret is shown once. */
@Service
@Command(scope = "kontor", name = "token-create", description = "Makes a token with which a program signs in as you")
public final class TokenCreate extends KontorCommand {
    @Option(
            name = "--scope",
            description = "What it may do at most: read, write (records and hooks) or full (all that you may)",
            required = true)
    @Completion(ScopeCompleter.class)
    private String scope;

    @Option(name = "--days", description = "After how many days it ends, 1 to 366")
    private int days = Tokens.DEFAULT_DAYS;

    @Argument(name = "name", description = "What it is for, in quotes when it has spaces", required = true)
    private String name;

    @Override
    protected void run(CallContext call, Screen screen) {
        TokenScope given = Choices.of(TokenScope.class, "--scope", scope);
        if (days < 1 || days > Tokens.MAX_DAYS) {
            throw KontorException.invalid(
                    "--days", "out_of_range", "Must be 1 to " + Tokens.MAX_DAYS + ".", String.valueOf(days));
        }
        Instant expires = Instant.now().plus(Duration.ofDays(days));
        IssuedToken issued = desk().tokens().create(call, new NewToken(name, given, expires));
        if (json()) {
            Json.print(screen.out(), issued);
            return;
        }
        screen.say("Token " + issued.token().id() + " made; it ends "
                + Texts.time(issued.token().expires()) + ".\nThe secret is " + issued.secret()
                + "\nIt is shown this once. A program sends it as the header Authorization: Bearer SECRET."
                + "\nEnd it at any time: kontor:token-revoke " + issued.token().id());
    }
}
