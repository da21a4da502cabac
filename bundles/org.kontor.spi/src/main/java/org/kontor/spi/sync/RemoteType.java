/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.sync;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;

/**
 * One record type of an external system, as the engine reads and writes it record by record (requirement S1). A connector
 * implements it. Called by one thread at a time. Every call may throw a {@link
 * org.kontor.api.error.KontorException} {@code unavailable} when the system does not answer: then nothing is concluded, and
 * it is tried again later.
 */
public interface RemoteType {
    RecordType type();

    /**
     * What the system is to hold of a record of ours. The same for the same record and links.
     *
     * @param links under which ids the connection knows the records that this one points to
     */
    Outgoing outgoing(BusinessRecord record, Links links);

    /** The records as they are there now; those that are not there (any more) are missing. */
    Map<String, RemoteRecord> read(Collection<String> externalIds);

    /**
     * Creates and changes records, each by itself.
     *
     * @return an answer per write, in order
     */
    List<RemoteAnswer> write(List<RemoteWrite> writes);

    /**
     * Deletes records there, each by itself; one that the system does not delete is archived. One that is not there counts as
     * deleted.
     *
     * @return an answer per record, in order: {@link RemoteAnswer.Deleted}, {@link RemoteAnswer.Archived} or {@link
     *     RemoteAnswer.Refused}
     */
    List<RemoteAnswer> delete(List<String> externalIds);

    /** Under which ids a connection knows records of ours. */
    @FunctionalInterface
    interface Links {
        /** Empty when it does not know the record. */
        Optional<String> externalId(RecordType type, UUID record);
    }

    /** The records that may have been created by this write, if it was ever done. */
    List<RemoteRecord> find(RemoteWrite create);
}
