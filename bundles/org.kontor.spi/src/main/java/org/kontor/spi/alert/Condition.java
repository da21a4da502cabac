/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.alert;

import java.util.Objects;

/**
 * Something that holds now and that somebody should look at. A kind and a subject together are one condition, whatever the
 * message says.
 *
 * @param kind small letters, digits and {@code -}, at most 40: {@code breaker-open}
 * @param subject what it is about, for example a connection's name; at most 100 characters
 * @param message what is wrong, and what to do; a longer one than 1,000 characters is cut; never a secret
 * @param known false when it can't be told now: what was told before stays
 */
public record Condition(String kind, String subject, String message, boolean known) {
    public Condition {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(message, "message");
    }

    public static Condition holds(String kind, String subject, String message) {
        return new Condition(kind, subject, message, true);
    }

    /** Neither its beginning nor its end is told now. */
    public static Condition unknown(String kind, String subject) {
        return new Condition(kind, subject, "", false);
    }
}
