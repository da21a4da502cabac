/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.portal;

import java.util.regex.Pattern;

import org.kontor.core.people.RandomSecret;

/** Secrets of portals: a prefix, by which scanners and people know them, and a {@link RandomSecret}. Stateless. */
final class PortalSecret {
    private static final String PREFIX = "kontorportal_";
    private static final Pattern FORM = Pattern.compile(PREFIX + RandomSecret.FORM);

    private PortalSecret() {}

    static String next() {
        return PREFIX + RandomSecret.next();
    }

    /** Whether it may be one at all: anything else needs no look into the database. */
    static boolean isOne(String secret) {
        return secret != null && FORM.matcher(secret).matches();
    }
}
