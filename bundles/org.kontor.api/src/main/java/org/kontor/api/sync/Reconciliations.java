/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.List;
import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;

/**
 * Compares both sides of a connection, by schedule and on demand, and repairs what a person chooses (requirement S12).
 * Comparing writes nothing but the report. Thread-safe.
 */
public interface Reconciliations {
    /** Records of a kind that a report lists; it counts all. */
    int MOST_LISTED = 1_000;
    /** Reports of a connection that are kept. */
    int KEPT = 10;

    /**
     * Begins to compare in the background; one that is under way already goes on, and no other begins.
     *
     * @return the report
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code invalid_input} with the
     *     rule {@code not_offered} when the connector cannot be compared, {@code too_many_requests}
     */
    UUID begin(CallContext context, String connection);

    /**
     * Newest first.
     *
     * @param connection or null for all
     * @param limit 1 to 200
     */
    Page<Reconciliation> list(CallContext context, String connection, int limit, String cursor);

    /** @throws org.kontor.api.error.KontorException {@code not_found} */
    Reconciliation get(CallContext context, UUID id);

    /**
     * Records that differ, in the order they were met; at most {@value #MOST_LISTED} of each kind are listed.
     *
     * @param type only those, or null
     * @param kind only those, or null
     * @throws org.kontor.api.error.KontorException {@code not_found}
     */
    Page<Drift> drift(CallContext context, UUID id, RecordType type, DriftKind kind, int limit, String cursor);

    /**
     * Repairs what a report lists and what was not repaired yet: each record is read there once more. What waits is left
     * alone. Ours is not written there by this call: it is sent by the connection's next run.
     *
     * @param kind only those, or null for all but WAITING
     * @throws org.kontor.api.error.KontorException {@code not_found}; {@code access_denied}; {@code invalid_input} with the rule
     *     {@code not_sent} when ours is to be sent and the connection only reads, {@code not_complete} for a report that did
     *     not come to its end, {@code not_repairable} for WAITING; {@code unavailable}
     */
    Repaired repair(CallContext context, UUID id, DriftKind kind, Repair how);

    /**
     * What a repair did.
     *
     * @param run its items say what became of each record
     * @param taken records that were written here
     * @param sending records that the next run sends
     * @param left records that stay as they are, the first 100 of them with the reason
     */
    record Repaired(UUID run, long taken, long sending, long left, List<Left> reasons) {
        public Repaired {
            reasons = List.copyOf(reasons);
        }
    }

    /** A record that was not repaired, and why. */
    record Left(RecordType type, String externalId, String message) {}
}
