/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.kontor.api.record.RecordType;

/** Writes the quarantine. There is one row for a record of an external system. */
public interface QuarantineWriter extends QuarantineReader {
    /** Adds, or counts one more attempt of what is there already; that keeps its id and the time it was first seen. */
    void put(String connection, RecordType type, List<QuarantineEntry> entries);

    /** Takes out what was taken in well. */
    void release(String connection, RecordType type, Collection<String> externalIds);

    void delete(UUID id);
}
