/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.audit;

import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;

/** Reads the audit trail. Thread-safe. */
public interface AuditTrail {
    /**
     * The entries of one record, newest first.
     *
     * @param limit 1 to 200
     * @param cursor of the page before, or null
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code invalid_cursor}, {@code access_denied}
     */
    Page<AuditEntry> ofRecord(CallContext context, RecordType type, UUID id, int limit, String cursor);

    /**
     * Entries of all records of the caller's account, also of records that are gone, newest first.
     *
     * @throws org.kontor.api.error.KontorException {@code invalid_input}, {@code invalid_cursor}, {@code access_denied}
     */
    Page<AuditEntry> find(CallContext context, AuditQuery query);
}
