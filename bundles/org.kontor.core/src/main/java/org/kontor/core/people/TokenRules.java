/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.people.NewToken;
import org.kontor.api.people.Tokens;

/** What a new token must be. Stateless. */
final class TokenRules {
    private static final Duration LONGEST = Duration.ofDays(Tokens.MAX_DAYS);

    private TokenRules() {}

    /** @throws KontorException {@code invalid_input} with all that is wrong */
    static void check(NewToken token, Instant now) {
        List<Violation> violations = new ArrayList<>();
        PersonRules.name(token.name(), violations);
        if (token.scope() == null) {
            violations.add(new Violation("scope", "required", "Must be one of read, write, full.", null));
        }
        Instant expires = token.expires();
        if (expires != null && (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST)))) {
            violations.add(new Violation(
                    "expires",
                    "out_of_range",
                    "Must be in the future, and at most " + Tokens.MAX_DAYS + " days from now.",
                    expires.toString()));
        }
        PersonRules.refuseAny(violations);
    }

    static void checkNumber(long counting) {
        if (counting >= Tokens.MAX_LIVE) {
            throw KontorException.invalid(
                    "tokens",
                    "too_many",
                    "There are " + Tokens.MAX_LIVE
                            + " tokens of this person that count, which is the most. Revoke one.",
                    null);
        }
    }
}
