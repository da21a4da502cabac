/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.io.BufferedReader;
import java.io.IOException;

/** Finds what stands between the columns: the sign that comes most often in the first row, quotes left out. Stateless. */
final class Delimiters {
    private static final String KNOWN = ",;\t|";

    private Delimiters() {}

    /** Looks ahead and takes nothing away. */
    static char of(BufferedReader text) throws IOException {
        text.mark(Table.MAX_TEXT);
        int[] counts = new int[KNOWN.length()];
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < Table.MAX_TEXT - 1; i++) {
            int one = text.read();
            if (one < 0 || begun && !quoted && (one == '\n' || one == '\r')) {
                break;
            }
            begun |= !Character.isWhitespace(one);
            quoted ^= one == '"';
            int known = quoted ? -1 : KNOWN.indexOf(one);
            if (known >= 0) {
                counts[known]++;
            }
        }
        text.reset();
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return KNOWN.charAt(most);
    }
}
