/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.time.Instant;
import java.util.UUID;

import org.kontor.api.record.RecordType;

/**
 * One execution of a synchronisation.
 *
 * @param type the type it carries, or null when it carries several
 * @param source what was read: a file's name, {@code full} or {@code changes}
 * @param endedAt null while it runs
 * @param message why it failed, else null
 * @param progress how far and how fast; never null
 * @param read records of the external system that were seen; the sum of the counts behind it, but for sent
 * @param archived archived, un-archived and deleted together
 * @param sent written to the external system
 * @param conflicts with a field that waits for a decision
 * @param dryRun whether nothing was written: it tells what a run would do (requirement S9)
 */
public record Run(
        UUID id,
        String connection,
        RecordType type,
        String source,
        RunState state,
        Instant startedAt,
        Instant endedAt,
        String message,
        long read,
        RunProgress progress,
        long created,
        long updated,
        long unchanged,
        long archived,
        long conflicts,
        long refused,
        long sent,
        boolean dryRun) {
    /**
     * A run that begins, of which nothing is counted yet.
     *
     * @param type or null
     */
    public static Run begun(UUID id, String connection, RecordType type, String source, Instant at) {
        return begun(id, connection, type, source, at, false);
    }

    /** A dry run that begins. */
    public static Run dry(UUID id, String connection, String source, Instant at) {
        return begun(id, connection, null, source, at, true);
    }

    private static Run begun(UUID id, String connection, RecordType type, String source, Instant at, boolean dryRun) {
        return new Run(
                id,
                connection,
                type,
                source,
                RunState.RUNNING,
                at,
                null,
                null,
                0,
                RunProgress.UNKNOWN,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                dryRun);
    }
}
