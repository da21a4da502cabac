/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.sync;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.SyncRules;

/**
 * Carries our changes to external systems (requirements S1, S3, S6, S7): only what differs from what was agreed last, each
 * record read right before it is written, so that an edit there is merged and not overwritten. Thread-safe; one call of a
 * connection at a time, and none beside a reading of the same connection.
 */
public interface Outbound {
    /** The name under which the feed knows what a connection has read of it; there is one once the connection sends. */
    static String consumer(String connection, RecordType type) {
        return "connection:" + connection + ":" + type.key();
    }

    /** Changes of the feed that one call looks at. */
    int PAGE = 200;

    /**
     * Finds out whether creates that were begun, and of which no answer came, were done. To be called before a reading: it
     * would take such a record for a new one.
     *
     * @param run as in {@link #send}
     * @return of those that were there
     * @throws org.kontor.api.error.KontorException {@code unavailable} when the system does not answer; read nothing then
     */
    List<ItemResult> settle(String connection, Supplier<UUID> run, RemoteType remote, SyncRules rules);

    /**
     * Sends the next page of changes; what was sent, and the place in the feed, is remembered as it goes. A kill at any point
     * loses nothing and makes no twins.
     *
     * @param run begins the run when it is first asked, and gives the same then; not asked when there is nothing to tell
     * @param rules those by which the connection takes records in
     * @throws org.kontor.api.error.KontorException {@code unavailable} when the system does not answer; call again later
     */
    Sent send(String connection, Supplier<UUID> run, RemoteType remote, SyncRules rules);

    /**
     * The connection does not send, or not any more: what waits to be sent is forgotten, and so is its place in the feed, so
     * that a deletion here is not noted for it. Creates that were begun stay so. When it sends again it begins anew, with all
     * records.
     */
    void forget(String connection, RecordType type);

    /**
     * @param results of the records that were written, merged or refused
     * @param more whether there may be more to send
     */
    record Sent(List<ItemResult> results, boolean more) {
        public Sent {
            results = List.copyOf(results);
        }
    }
}
