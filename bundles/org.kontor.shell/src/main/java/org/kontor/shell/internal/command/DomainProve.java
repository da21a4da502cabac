/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.domain.DomainState;
import org.kontor.api.domain.EmailDomain;
import org.kontor.shell.internal.complete.DomainCompleter;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:domain-prove} (P8). */
@Service
@Command(
        scope = "kontor",
        name = "domain-prove",
        description = "Looks whether the record that proves an e-mail domain stands in the DNS")
public final class DomainProve extends DomainCommand {
    @Argument(name = "domain", description = "One of the account's", required = true)
    @Completion(DomainCompleter.class)
    private String domain;

    @Override
    protected void run(CallContext call, Screen screen) {
        EmailDomain proven =
                desk().emailDomains().prove(call, named(call, domain).id());
        if (json()) {
            Json.print(screen.out(), document(proven));
            return;
        }
        if (proven.state() == DomainState.PROVEN) {
            screen.say("Domain " + proven.name() + " is proven since " + Texts.time(proven.proven()) + ".");
        }
        if (proven.problem() != null) {
            screen.say(proven.problem().message() + "\nIt must be: " + record(proven));
        }
    }
}
