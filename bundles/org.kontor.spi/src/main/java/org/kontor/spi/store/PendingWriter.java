/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;

/** Writes what connections have to look at beside the feed: one row for a connection and record. */
public interface PendingWriter extends PendingReader {
    /** They are to be looked at again; a write that was begun stays one. */
    void again(String connection, RecordType type, Collection<UUID> records);

    /** Writes are begun: the state says whether they create or change. */
    void begun(String connection, RecordType type, List<Pending> writes);

    /** Of creates that were begun it is known now that no answer came; of those that it is known of already, nothing changes. */
    void unanswered(String connection, RecordType type, Collection<UUID> records);

    /** They were refused. */
    void refused(String connection, RecordType type, Map<UUID, KontorException> reasons);

    /** Nothing is to be looked at any more; creates that were begun stay. */
    void forget(String connection, RecordType type);

    /** Done with, unless somebody wanted them looked at since. @param stamps by record, as they were read */
    void delete(String connection, RecordType type, Map<UUID, UUID> stamps);
}
