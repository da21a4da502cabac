/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.kontor.api.sync.Drift;
import org.kontor.api.sync.DriftCounts;
import org.kontor.api.sync.Reconciliation;
import org.kontor.api.sync.Repair;
import org.kontor.api.sync.RunState;

/** Writes what comparisons find. */
public interface DriftWriter extends DriftReader {
    /** A report without counts. */
    void insert(Reconciliation reconciliation);

    /** Sets the counts of a type. */
    void count(UUID reconciliation, DriftCounts counts);

    void add(UUID reconciliation, List<Drift> drift);

    /** @param message why it ended so, or null */
    void end(UUID reconciliation, RunState state, String message);

    /** Marks the connection's reports that never ended as INTERRUPTED. */
    void interrupt(String connection);

    /** Removes all but the newest reports of a connection. */
    void keepNewest(String connection, int number);

    /** @param drift ids */
    void repaired(Collection<UUID> drift, Repair how);

    /**
     * Says when the connection is to be compared next.
     *
     * @param before what was planned, or null for nothing
     * @return false when somebody else planned meanwhile
     */
    boolean plan(String connection, Instant before, Instant next);
}
