/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.imports;

import java.util.List;

/**
 * A column of a file and what it is taken for.
 *
 * @param header as it stands in the file
 * @param field the name of the column as Kontor calls it, for example {@code address.city}; null when it is ignored or not known
 * @param certainty of a guess, 1 to 100; 100 for what was said; 0 when nothing is known
 * @param used whether an import would use it; a guess below {@value #SURE} is only a suggestion
 * @param samples at most three different values
 */
public record MappedColumn(
        String header, String field, Origin origin, int certainty, boolean used, List<String> samples) {
    /** Guesses from here on are used without being asked for. */
    public static final int SURE = 80;

    /** How it came to be known. */
    public enum Origin {
        /** Said with this very call. */
        GIVEN,
        /** Remembered for the source. */
        REMEMBERED,
        /** Guessed from the header. */
        GUESSED,
        /** Passed over, because somebody said so or it has no header. */
        IGNORED,
        /** Not known; an import refuses the file until somebody says what it is. */
        UNKNOWN
    }

    public MappedColumn {
        samples = List.copyOf(samples);
    }
}
