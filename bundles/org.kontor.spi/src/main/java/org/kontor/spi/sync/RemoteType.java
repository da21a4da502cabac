/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.sync;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * One record type of an external system, as the engine reads and writes it record by record (requirement S1). A connector
 * implements it. Called by one thread at a time. Every call may throw a {@link
 * org.kontor.api.error.KontorException} {@code unavailable} when the system does not answer: then nothing is concluded, and
 * it is tried again later.
 */
public interface RemoteType extends Projection {
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

    /** The records that may have been created by this write, if it was ever done. */
    List<RemoteRecord> find(RemoteWrite create);

    /**
     * How long a create may still take effect after nobody waits for its answer any more: until then one that is not found is
     * not sent a second time, because there would be two.
     *
     * @return zero when a create ends with its call
     */
    Duration unanswered();
}
