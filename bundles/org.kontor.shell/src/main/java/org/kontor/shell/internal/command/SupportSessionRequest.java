/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.record.RecordType;
import org.kontor.api.support.NewSupportSession;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.Naming;
import org.kontor.shell.internal.complete.AccountCompleter;
import org.kontor.shell.internal.complete.RoleCompleter;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:support-session-request} (A10). */
@Service
@Command(
        scope = "kontor",
        name = "support-session-request",
        description = "Asks the people of an account below to let you in for some time")
public final class SupportSessionRequest extends AccountCommand {
    @Option(name = "--minutes", description = "From the grant on, 15 to 1440; 60 when not given")
    private int minutes;

    @Option(name = "--role", description = "What you may do there, at most account_admin; support when not given")
    @Completion(RoleCompleter.class)
    private String role;

    @Argument(name = "account", description = "The account to be entered, by code, id or name", required = true)
    @Completion(AccountCompleter.class)
    private String entered;

    @Argument(index = 1, name = "reason", description = "Why, for who grants it", required = true)
    private String reason;

    @Override
    protected void run(CallContext call, Screen screen) {
        SupportSessionCommand.show(
                screen,
                desk().supportSessions()
                        .request(
                                call,
                                new NewSupportSession(
                                        Naming.find(desk(), call, RecordType.ACCOUNT, entered)
                                                .id(),
                                        reason,
                                        minutes == 0 ? null : Integer.valueOf(minutes),
                                        role == null ? null : Choices.of(Role.class, "--role", role))),
                json());
    }
}
