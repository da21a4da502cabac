/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A comparison of both sides, record by record (requirement S12).
 *
 * @param scheduled whether the schedule began it, and not a person
 * @param state RUNNING while it reads; one that a kill or a stop cut off is INTERRUPTED
 * @param endedAt null while it runs
 * @param message why it failed, else null
 * @param counts by type; they grow while it runs
 */
public record Reconciliation(
        UUID id,
        String connection,
        boolean scheduled,
        RunState state,
        Instant startedAt,
        Instant endedAt,
        String message,
        List<DriftCounts> counts) {
    public Reconciliation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(state, "state");
        counts = List.copyOf(counts);
    }

    /** Records that differ though nothing waits. */
    public long found() {
        return counts.stream().mapToLong(DriftCounts::found).sum();
    }
}
