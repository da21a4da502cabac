/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

/** Text of outside origin on its way into a column. Stateless. */
final class Texts {
    private Texts() {}

    static String shorten(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 1) + "…";
    }

    /** A pattern for {@code LIKE ? ESCAPE '!'} that finds the text anywhere. */
    static String part(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** PostgreSQL holds no NUL and no half surrogate pairs. */
    static String storable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
