/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.UUID;

import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;

/** Reads audit entries. */
public interface AuditReader {
    /**
     * Newest first.
     *
     * @param query its cursor and limit do not count
     * @param inside whether entries of the content of the account itself are told; those of other accounts never are
     * @param before id of the last entry seen (ids grow with time), or null
     */
    List<AuditEntry> find(UUID scope, AuditQuery query, boolean inside, UUID before, int limit);
}
