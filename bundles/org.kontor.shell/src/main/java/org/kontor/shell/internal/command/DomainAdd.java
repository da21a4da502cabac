/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.domain.EmailDomain;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:domain-add} (P8). */
@Service
@Command(
        scope = "kontor",
        name = "domain-add",
        description = "Adds an e-mail domain to an account, and says which record proves it")
public final class DomainAdd extends DomainCommand {
    @Argument(name = "domain", description = "Like example.com", required = true)
    private String domain;

    @Override
    protected void run(CallContext call, Screen screen) {
        EmailDomain added = desk().emailDomains().add(call, domain);
        if (json()) {
            Json.print(screen.out(), document(added));
        } else {
            screen.say("Domain " + added.name() + " added. Set this record in its DNS:\n" + record(added)
                    + "\nThen prove it: kontor:domain-prove " + added.name());
        }
    }
}
