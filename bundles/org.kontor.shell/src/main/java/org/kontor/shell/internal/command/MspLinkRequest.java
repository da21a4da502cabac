/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.UUID;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.Naming;
import org.kontor.shell.internal.complete.AccountCompleter;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:msp-link-request} (A9). */
@Service
@Command(
        scope = "kontor",
        name = "msp-link-request",
        description = "Asks for a link between a customer's account and a managed service provider")
public final class MspLinkRequest extends AccountCommand {
    @Option(
            name = "--of",
            description = "The customer's account, by code, id or name; without it the one that the call is for")
    @Completion(AccountCompleter.class)
    private String of;

    @Argument(
            name = "provider",
            description = "The partner, by id, code or name; without it the account that the call is for")
    @Completion(AccountCompleter.class)
    private String provider;

    @Override
    protected void run(CallContext call, Screen screen) {
        MspLinkCommand.show(
                screen, desk().mspLinks().request(call, account(call, of), account(call, provider)), json());
    }

    /** By its id also one that is not seen. */
    private UUID account(CallContext call, String named) {
        return named == null
                ? null
                : Naming.id(named).orElseGet(() -> Naming.find(desk(), call, RecordType.ACCOUNT, named)
                        .id());
    }
}
