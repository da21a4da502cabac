/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

/**
 * How far a run has come in what it reads, in the source's own unit: parties, rows, files (requirement S13).
 *
 * @param done how many were read, with this batch; 0 or more
 * @param total how many there will have been in the end, as far as that is known by now; 0 or more
 */
public record Reach(long done, long total) {
    public Reach {
        if (done < 0 || total < 0) {
            throw new IllegalArgumentException("Must not be negative: " + done + " of " + total);
        }
    }
}
