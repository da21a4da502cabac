/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Drift;
import org.kontor.api.sync.DriftKind;
import org.kontor.api.sync.Reconciliation;

/** Reads what comparisons found, and what they ask beside the links. */
public interface DriftReader {
    Optional<Reconciliation> byId(UUID id);

    /**
     * Newest first.
     *
     * @param connection or null for all
     * @param before id of the last one seen (ids grow with time), or null
     */
    List<Reconciliation> list(String connection, UUID before, int limit);

    /** The newest one of each connection that came to its end. */
    List<Reconciliation> newestCompleted();

    /**
     * In the order they were met.
     *
     * @param type only those, or null
     * @param kind only those, or null
     * @param after id of the last one seen, or null
     */
    List<Drift> drift(UUID reconciliation, RecordType type, DriftKind kind, UUID after, int limit);

    /** How many records that the account manages itself the connection does not know. */
    long countUnlinked(UUID account, String connection, RecordType type);

    /** Those of the records of which the feed tells something that its consumer has not read. */
    Set<UUID> unread(String consumer, Collection<UUID> records);

    /** Those of the external ids that are in the quarantine. */
    Set<String> quarantined(String connection, RecordType type, Collection<String> externalIds);

    /** When the connection is to be compared next; empty when nothing was planned yet. */
    Optional<Instant> planned(String connection);
}
