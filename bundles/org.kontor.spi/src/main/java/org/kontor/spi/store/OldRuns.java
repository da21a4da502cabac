/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.kontor.api.record.RecordType;

/** Takes runs away that were kept long enough, in steps of a bounded size (requirement S13). */
public interface OldRuns {
    /**
     * Claims the work for this node.
     *
     * @param next when it is to be done the next time
     * @return false when it is not due, or another node does it
     */
    boolean claim(Instant now, Instant next);

    /**
     * Runs that began before a moment and have ended, oldest first.
     *
     * @param withoutItems those without any item, or those with some
     * @param after id of the last one seen, or null
     */
    List<OldRun> find(boolean withoutItems, Instant before, UUID after, int limit);

    /** The newest run of a connection with that type; there is one. */
    UUID last(String connection, RecordType type);

    /**
     * Removes items of a run, and the run itself with the last of them.
     *
     * @param items at most so many
     * @return whether the run is gone
     */
    boolean remove(UUID run, int items);

    /** @param type null where the run carries several */
    record OldRun(UUID id, String connection, RecordType type) {}
}
