/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;

/**
 * A visit that begins, or is redeemed, with what the audit may show of it.
 *
 * @param action CREATE or UPDATE
 */
public record VisitChange(VisitEntry visit, AuditAction action, List<FieldChange> shown) {
    public VisitChange {
        shown = List.copyOf(shown);
    }
}
