/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;

/**
 * A session that begins or ends, with what the audit may show of it.
 *
 * @param action CREATE or DELETE
 */
public record SessionChange(SessionEntry session, AuditAction action, List<FieldChange> shown) {
    public SessionChange {
        shown = List.copyOf(shown);
    }
}
