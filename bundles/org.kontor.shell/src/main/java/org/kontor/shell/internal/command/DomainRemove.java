/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.Map;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.domain.EmailDomain;
import org.kontor.shell.internal.complete.DomainCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:domain-remove} (P8). */
@Service
@Command(scope = "kontor", name = "domain-remove", description = "Removes an e-mail domain from an account")
public final class DomainRemove extends DomainCommand {
    @Argument(name = "domain", description = "One of the account's", required = true)
    @Completion(DomainCompleter.class)
    private String domain;

    @Override
    protected void run(CallContext call, Screen screen) {
        EmailDomain removed = named(call, domain);
        desk().emailDomains().remove(call, removed.id());
        if (json()) {
            Json.print(screen.out(), Map.of("removed", removed.name()));
        } else {
            screen.say("Domain " + removed.name() + " removed. Its record in the DNS means nothing any more.");
        }
    }
}
