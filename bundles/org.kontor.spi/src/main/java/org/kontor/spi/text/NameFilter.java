/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.text;

import org.kontor.api.error.KontorException;

/** A name that a list is restricted to: of a connection, an actor, a field. Stateless. */
public final class NameFilter {
    private static final int MAX_LENGTH = 254;

    private NameFilter() {}

    /**
     * @param name of the filter, for the message
     * @param text null does not restrict
     * @return the text
     * @throws KontorException {@code invalid_input} for what no database could look for
     */
    public static String check(String name, String text) {
        if (text != null && (text.length() > MAX_LENGTH || text.codePoints().anyMatch(NameFilter::isUnstorable))) {
            throw KontorException.invalid(
                    name, "malformed", "Must be a name of at most " + MAX_LENGTH + " characters.", text);
        }
        return text;
    }

    /** PostgreSQL holds no NUL and no half surrogate pairs. */
    private static boolean isUnstorable(int c) {
        return c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
