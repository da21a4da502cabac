/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;
import java.util.UUID;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.provider.MspLink;
import org.kontor.api.provider.MspLinkQuery;
import org.kontor.api.provider.MspLinkState;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.shell.internal.AccountCommand;
import org.kontor.shell.internal.Naming;
import org.kontor.shell.internal.complete.AccountCompleter;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:msp-link-list} (A9). */
@Service
@Command(
        scope = "kontor",
        name = "msp-link-list",
        description = "Lists links to managed service providers, as customer or as provider, newest first")
public final class MspLinkList extends AccountCommand {
    @Option(name = "--of", description = "Those of this account, which stands below, by code, id or name")
    @Completion(AccountCompleter.class)
    private String of;

    @Option(name = "--state", description = "Only those that are requested, active, declined, withdrawn or revoked")
    private String state;

    @Option(name = "--limit", description = "How many at most, 1 to 200")
    private int limit = 20;

    @Option(name = "--cursor", description = "Where the page before ended")
    private String cursor;

    @Override
    protected void run(CallContext call, Screen screen) {
        UUID account = of == null
                ? null
                : Naming.find(desk(), call, RecordType.ACCOUNT, of).id();
        MspLinkState wanted = state == null ? null : Choices.of(MspLinkState.class, "--state", state);
        Page<MspLink> page = desk().mspLinks().find(call, new MspLinkQuery(account, wanted, limit, cursor));
        if (json()) {
            Json.print(screen.out(), page);
            return;
        }
        if (page.items().isEmpty()) {
            screen.say("There is none. Ask for one: kontor:msp-link-request PROVIDER-ID");
            return;
        }
        screen.table(
                List.of(
                        Column.whole("link"),
                        Column.whole("state"),
                        Column.text("account"),
                        Column.whole("account id"),
                        Column.text("provider"),
                        Column.text("waits for"),
                        Column.text("requested")),
                page.items().stream()
                        .map(one -> List.of(
                                one.id().toString(),
                                Choices.typed(one.state()),
                                MspLinkCommand.party(one.account()),
                                one.account().id().toString(),
                                MspLinkCommand.party(one.provider()),
                                MspLinkCommand.sides(one.waitsFor()),
                                Texts.time(one.requested())))
                        .toList());
        if (page.next() != null) {
            screen.say("More follow: add --cursor " + page.next());
        }
    }
}
