/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.sync;

import java.util.Optional;
import java.util.UUID;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;

/** How records of ours of one type look in an external system. Called by one thread at a time. */
public interface Projection {
    RecordType type();

    /**
     * What the system is to hold of a record of ours. The same for the same record and links.
     *
     * @param links under which ids the connection knows the records that this one points to
     * @throws org.kontor.api.error.KontorException {@code unavailable} when the system is asked for it and does not answer
     */
    Outgoing outgoing(BusinessRecord record, Links links);

    /** Under which ids a connection knows records of ours. */
    @FunctionalInterface
    interface Links {
        /** Empty when it does not know the record. */
        Optional<String> externalId(RecordType type, UUID record);
    }
}
