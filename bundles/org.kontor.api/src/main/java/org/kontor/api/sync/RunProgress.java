/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

/**
 * How far a run has come, and how fast it goes (requirement S13). Known as of its last committed batch.
 *
 * @param done how much of its source is read, in the source's own unit (parties, rows); null when the source does not tell
 * @param total how much there is, as far as that is known by now; null when the source does not tell
 * @param recordsPerSecond records taken in, over the last minute or so; over the whole run when it has ended; null when
 *     that is too short to tell
 * @param secondsLeft until the end at that pace; null when it has ended or that is not known
 */
public record RunProgress(Long done, Long total, Double recordsPerSecond, Long secondsLeft) {
    /** Nothing is known. */
    public static final RunProgress UNKNOWN = new RunProgress(null, null, null, null);

    /** What is read, 0 to 1; negative when that is not known. */
    public double share() {
        return done == null || total == null || total == 0 ? -1 : Math.min(1, (double) done / total);
    }
}
