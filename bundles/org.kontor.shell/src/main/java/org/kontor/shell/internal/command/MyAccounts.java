/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

import org.kontor.api.call.CallContext;
import org.kontor.api.people.Membership;
import org.kontor.shell.internal.KontorCommand;
import org.kontor.shell.internal.screen.Column;
import org.kontor.shell.internal.screen.Json;
import org.kontor.shell.internal.screen.Screen;

/** {@code kontor:my-accounts} (P7). */
@Service
@Command(
        scope = "kontor",
        name = "my-accounts",
        description = "Lists the accounts that you are a member of, and labs that you reach")
public final class MyAccounts extends KontorCommand {
    @Override
    protected void run(CallContext call, Screen screen) {
        List<Membership> mine = desk().people().memberships(call);
        if (json()) {
            Json.print(screen.out(), Map.of("items", mine));
            return;
        }
        screen.table(
                List.of(
                        Column.whole("code"),
                        Column.text("name"),
                        Column.whole("type"),
                        Column.text("roles"),
                        Column.text("state")),
                mine.stream()
                        .map(one -> List.of(
                                one.code(),
                                one.name(),
                                one.type().name().toLowerCase(Locale.ROOT),
                                one.roles().stream()
                                        .sorted()
                                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")),
                                state(one)))
                        .toList());
        screen.say("Act for one of them with --account CODE.");
    }

    private static String state(Membership one) {
        if (one.suspended()) {
            return "suspended";
        }
        return one.lab() ? "lab" : one.home() ? "home" : "";
    }
}
