/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Conflict;

/** Writes the conflict queue. */
public interface ConflictWriter extends ConflictReader {
    void insert(List<Conflict> conflicts);

    void delete(Collection<UUID> ids);

    /** All that are open for these records of the external system. */
    void delete(String connection, RecordType type, Collection<String> externalIds);
}
