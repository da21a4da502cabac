/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;

import org.kontor.api.audit.FieldChange;

/**
 * A change of a support session, with what the audit shows of it.
 *
 * @param before null for a new one
 */
public record SupportVisitChange(SupportVisit before, SupportVisit after, List<FieldChange> shown) {
    public SupportVisitChange {
        shown = List.copyOf(shown);
    }
}
