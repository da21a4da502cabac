/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.List;
import java.util.Objects;

/**
 * How far a connection has read: committed together with the records of the same page, so that a kill loses nothing.
 *
 * @param cursor the connector's own text, at most 4,000 characters; null leaves it as it is
 * @param seen rows of the external system that this page takes care of
 */
public record Progress(String cursor, List<Seen> seen) {
    public Progress {
        seen = List.copyOf(seen);
    }

    /**
     * A row of the external system at one state; kept while it is inside the overlap window, so that what is read again
     * there is not taken in again.
     *
     * @param row kind and id there, for example {@code party.address,12}; at most 200 characters
     * @param stamp what changes whenever the row changes, for example its write date; at most 100 characters, sorts by time
     */
    public record Seen(String row, String stamp) {
        public Seen {
            Objects.requireNonNull(row, "row");
            Objects.requireNonNull(stamp, "stamp");
        }
    }
}
