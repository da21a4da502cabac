/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.support;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.kontor.api.account.AccountType;
import org.kontor.api.call.Role;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.support.NewSupportSession;
import org.kontor.api.support.SupportSessions;

/** What may be asked for. Stateless. */
final class SupportRules {
    /** Those that members of customers' accounts have: at most an account admin's. */
    private static final Set<Role> ROLES = EnumSet.allOf(Role.class);

    static {
        ROLES.removeIf(role -> !AccountType.ofCustomers().stream().allMatch(role::isHeldIn));
    }

    private SupportRules() {}

    /** @throws KontorException {@code invalid_input} with all that is wrong */
    static NewSupportSession checked(NewSupportSession wanted) {
        List<Violation> violations = new ArrayList<>();
        if (wanted.account() == null) {
            violations.add(new Violation("account", "required", "Must be given.", null));
        }
        String reason = wanted.reason() == null ? "" : wanted.reason().strip();
        if (reason.isEmpty()) {
            violations.add(new Violation("reason", "required", "Must be given: who grants it wants to know.", null));
        } else if (reason.codePointCount(0, reason.length()) > SupportSessions.MAX_REASON) {
            violations.add(new Violation(
                    "reason", "too_long", "Must have at most " + SupportSessions.MAX_REASON + " characters.", null));
        } else if (reason.codePoints().anyMatch(SupportRules::isUnstorable)) {
            violations.add(new Violation("reason", "malformed", "Must be text without control characters.", null));
        }
        int minutes = wanted.minutes() == null ? SupportSessions.DEFAULT_MINUTES : wanted.minutes();
        if (minutes < SupportSessions.MIN_MINUTES || minutes > SupportSessions.MAX_MINUTES) {
            violations.add(new Violation(
                    "minutes",
                    "out_of_range",
                    "Must be " + SupportSessions.MIN_MINUTES + " to " + SupportSessions.MAX_MINUTES + ".",
                    String.valueOf(minutes)));
        }
        Role role = wanted.role() == null ? Role.SUPPORT : wanted.role();
        if (!ROLES.contains(role)) {
            violations.add(new Violation("role", "not_held_here", "Must be one of " + ROLES + ".", role.name()));
        }
        if (!violations.isEmpty()) {
            throw KontorException.invalid(violations);
        }
        return new NewSupportSession(wanted.account(), reason, minutes, role);
    }

    private static boolean isUnstorable(int c) {
        return Character.isISOControl(c) && c != '\n' || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
