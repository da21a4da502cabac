/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.util.regex.Pattern;

/** Secrets of tokens: {@value #PREFIX}, by which scanners and people know them, and a {@link RandomSecret}. Stateless. */
final class TokenSecret {
    static final String PREFIX = "kontor_";
    private static final Pattern FORM = Pattern.compile(PREFIX + RandomSecret.FORM);

    private TokenSecret() {}

    static String next() {
        return PREFIX + RandomSecret.next();
    }

    /** Whether it may be one at all: anything else needs no look into the database. */
    static boolean isOne(String secret) {
        return FORM.matcher(secret).matches();
    }

    static String hash(String secret) {
        return RandomSecret.hash(secret);
    }

    /** In a time that does not tell how much of it fits. */
    static boolean matches(String secret, String hash) {
        return RandomSecret.matches(secret, hash);
    }
}
