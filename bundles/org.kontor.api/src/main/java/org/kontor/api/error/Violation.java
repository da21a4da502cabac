/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.error;

import java.util.Objects;

/**
 * One rule that one field breaks.
 *
 * @param field path of the field as clients write it, for example {@code address.country}
 * @param rule stable code of the rule, for example {@code too_long}
 * @param message a sentence for people
 * @param value the refused value, shortened to {@value #SHOWN} characters; null where there is none
 */
public record Violation(String field, String rule, String message, String value) {
    private static final int SHOWN = 100;

    public Violation {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(message, "message");
        value = value == null ? null : shorten(value);
    }

    /**
     * The same of a field that stands in something larger.
     *
     * @param place what is written before the field, for example {@code locations[3].}
     */
    public Violation at(String place) {
        return new Violation(place + field, rule, message, value);
    }

    private static String shorten(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(SHOWN)
                .map(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c)
                .forEach(shown::appendCodePoint);
        return text.codePointCount(0, text.length()) > SHOWN ? shown + "…" : shown.toString();
    }
}
