/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.UUID;

import org.kontor.api.audit.AuditEntry;
import org.kontor.api.record.RecordType;

/** Reads audit entries. */
public interface AuditReader {
    /**
     * Newest first.
     *
     * @param before id of the last entry seen (ids grow with time), or null
     */
    List<AuditEntry> ofRecord(RecordType type, UUID id, UUID before, int limit);
}
