/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Progress;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.RunItem;

/** Reads the bookkeeping of synchronisation. */
public interface SyncReader {
    /** Cross references by external id; unknown ones are missing. */
    Map<String, Link> links(String connection, RecordType type, Collection<String> externalIds);

    /** Cross references by our record; those that have none are missing. */
    Map<UUID, Link> linksOf(String connection, RecordType type, Collection<UUID> records);

    /**
     * Ids of a connection's records that are not known to be gone, in their order.
     *
     * @param after the last one seen, or the empty text
     */
    List<String> externalIds(String connection, RecordType type, String after, int limit);

    /** How many there are of these. */
    long countLinks(String connection, RecordType type);

    Optional<Run> run(UUID id);

    /**
     * Newest first.
     *
     * @param connection or null for all
     * @param before id of the last run seen (ids grow with time), or null
     */
    List<Run> runs(String connection, UUID before, int limit);

    /**
     * In the order they were met.
     *
     * @param after id of the last item seen, or null
     */
    List<RunItem> items(UUID run, Outcome outcome, UUID after, int limit);

    /** How many items of a run are of this type and outcome. */
    long countItems(UUID run, RecordType type, Outcome outcome);

    /** Whether a run of the connection is under way, dry runs left aside. */
    boolean isRunning(String connection);

    Optional<String> cursor(String connection);

    Set<Progress.Seen> seen(String connection, Collection<Progress.Seen> rows);
}
