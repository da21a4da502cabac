/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Conflict;
import org.kontor.api.sync.ConflictQuery;

/** Reads the conflict queue. */
public interface ConflictReader {
    Optional<Conflict> byId(UUID id);

    List<Conflict> byIds(Collection<UUID> ids);

    /** All that are open for these records of the external system. */
    List<Conflict> of(String connection, RecordType type, Collection<String> externalIds);

    /**
     * Oldest first.
     *
     * @param after id of the last one seen (ids grow with time), or null
     */
    List<Conflict> list(ConflictQuery query, UUID after, int limit);
}
