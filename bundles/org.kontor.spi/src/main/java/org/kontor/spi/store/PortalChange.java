/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;

/**
 * A change of a portal, with what the audit may show of it.
 *
 * @param before null at creation
 * @param after null at removal, with which its visits go, too
 */
public record PortalChange(PortalEntry before, PortalEntry after, AuditAction action, List<FieldChange> shown) {
    public PortalChange {
        shown = List.copyOf(shown);
    }

    /** As it is now, or was last. */
    public PortalEntry entry() {
        return after == null ? before : after;
    }
}
