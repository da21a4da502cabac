/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

/**
 * How many records a run may archive before a person has to let it (requirement S8): it stops when it would archive more than
 * the number <em>and</em> more than the share. Immutable.
 *
 * @param number of records of a type in one run; 0 or more
 * @param share of the records of the type that the connection knows; 0 to 1
 */
public record Brake(long number, double share) {
    /** Fifty records and a tenth of all. */
    public static final Brake DEFAULT = new Brake(50, 0.1);
    /** Never stops: what a person hands in, a file, is meant. */
    public static final Brake NONE = new Brake(Long.MAX_VALUE, 1);

    public Brake {
        if (number < 0 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("number " + number + ", share " + share);
        }
    }

    /** @param known how many records of the type the connection knows */
    public boolean stops(long archived, long known) {
        return archived > number && archived > share * known;
    }
}
