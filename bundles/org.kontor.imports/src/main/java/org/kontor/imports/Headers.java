/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.imports;

import java.util.regex.Pattern;

import org.kontor.spi.text.TextKeys;

/** Headers are compared without case, accents, punctuation and spaces: "N° client", "No. Client" and "noclient" are one. Stateless. */
final class Headers {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Headers() {}

    static String fold(String header) {
        return BETWEEN.matcher(TextKeys.sortKey(header.replace("&", "and"))).replaceAll("");
    }
}
