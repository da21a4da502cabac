/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.domain.EmailDomain;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:domain-list} (P8). */
@Service
@Command(scope = "kontor", name = "domain-list", description = "Lists the e-mail domains of an account")
public final class DomainList extends DomainCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        List<EmailDomain> domains = desk().emailDomains().list(call);
        if (json()) {
            Json.print(
                    screen.out(),
                    Map.of(
                            "items",
                            domains.stream().map(DomainCommand::document).toList()));
            return;
        }
        if (domains.isEmpty()) {
            screen.say("There is none. Add one: kontor:domain-add example.com");
            return;
        }
        screen.table(
                List.of(
                        Column.whole("domain"),
                        Column.whole("state"),
                        Column.text("since"),
                        Column.text("last looked"),
                        Column.text("problem")),
                domains.stream()
                        .map(domain -> List.of(
                                domain.name(),
                                domain.state().name().toLowerCase(Locale.ROOT),
                                domain.proven() == null ? "" : Texts.time(domain.proven()),
                                domain.checked() == null ? "never" : Texts.time(domain.checked()),
                                domain.problem() == null ? "" : domain.problem().message()))
                        .toList());
    }
}
