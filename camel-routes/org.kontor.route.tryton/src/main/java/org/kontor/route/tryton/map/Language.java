/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

/** Tryton names languages as POSIX does ({@code pt_BR}, {@code sr@latin}); we do as BCP 47 does. */
final class Language {
    private Language() {}

    static String tag(String code) {
        if (code == null) {
            return null;
        }
        return code.replace("@latin", "-Latn").replace("@cyrillic", "-Cyrl").replace('_', '-');
    }
}
