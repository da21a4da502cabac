/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.record.RecordType;

/** Reads what connections have to look at beside the feed. */
public interface PendingReader {
    /** What is to be looked at now, the longest not tried first: all but what was refused. */
    List<Pending> due(String connection, RecordType type, int limit);

    /**
     * Records whose creation was begun, in an order of the database's own.
     *
     * @param after the last one seen, or null
     */
    List<UUID> begun(String connection, RecordType type, UUID after, int limit);

    /**
     * Records that are to be looked at, refused ones left aside, in an order of the database's own.
     *
     * @param after the last one seen, or null
     */
    List<UUID> waiting(String connection, RecordType type, UUID after, int limit);

    /** Those of the codes whose records' creation was begun. */
    Set<String> begunCodes(String connection, RecordType type, Collection<String> codes);

    /** Whether any connection began to create the record. */
    boolean isBegun(RecordType type, UUID record);

    /** What is noted of these records. */
    List<Pending> of(String connection, RecordType type, Collection<UUID> records);
}
