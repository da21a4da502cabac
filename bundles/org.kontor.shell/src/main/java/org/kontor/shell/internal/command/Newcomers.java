/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.kontor.api.account.Opening.NewMail;
import org.kontor.api.account.Opening.NewMember;

/** Who enters a new account, and what is mailed, for people to read. Stateless. */
final class Newcomers {
    private Newcomers() {}

    static void tell(Map<String, String> lines, List<NewMember> members, List<NewMail> mails) {
        for (NewMember one : members) {
            String roles = one.roles().stream()
                    .map(role -> role.name().toLowerCase(Locale.ROOT))
                    .sorted()
                    .collect(Collectors.joining(", "));
            lines.merge("enters as " + roles, one.login() + (one.isNew() ? " (new)" : ""), (a, b) -> a + ", " + b);
        }
        for (NewMail one : mails) {
            lines.merge(one.kind() + (one.later() ? " later" : "") + " to", one.to(), (a, b) -> a + ", " + b);
        }
    }
}
