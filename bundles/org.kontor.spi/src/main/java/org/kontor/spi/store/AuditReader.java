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
    /** As what somebody reads the audit of an account. */
    enum Reader {
        /** Manages it: what only its members see is not told (requirement P6). */
        MANAGER,
        /** Is a member of it. */
        MEMBER,
        /** Is inside by a link or in a session: of others who come so nothing is told (requirements A9, A10). */
        VISITOR
    }

    /**
     * Newest first.
     *
     * @param query its cursor and limit do not count
     * @param reader decides which entries of the account itself are told; those of other accounts are told as to a manager
     * @param before id of the last entry seen (ids grow with time), or null
     */
    List<AuditEntry> find(UUID scope, AuditQuery query, Reader reader, UUID before, int limit);
}
