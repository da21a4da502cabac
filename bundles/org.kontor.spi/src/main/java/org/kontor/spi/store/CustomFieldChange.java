/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.custom.Declaration;

/**
 * A change of a declaration.
 *
 * @param before null at creation
 * @param after null at deletion
 * @param shown what the audit shows
 */
public record CustomFieldChange(Declaration before, Declaration after, AuditAction action, List<FieldChange> shown) {
    public CustomFieldChange {
        shown = List.copyOf(shown);
    }

    /** The declaration as it is now, or as it was last. */
    public Declaration declaration() {
        return after == null ? before : after;
    }
}
