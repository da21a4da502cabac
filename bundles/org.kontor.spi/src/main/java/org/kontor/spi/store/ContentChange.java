/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.UUID;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.content.ContentItem;

/**
 * A change of a content item with what the audit may show of it.
 *
 * @param account that the item belongs to
 * @param before null at creation
 * @param after null at deletion
 */
public record ContentChange(UUID account, ContentItem before, ContentItem after, List<FieldChange> shown) {
    public ContentChange {
        shown = List.copyOf(shown);
    }

    public AuditAction action() {
        if (before == null) {
            return AuditAction.CREATE;
        }
        return after == null ? AuditAction.DELETE : AuditAction.UPDATE;
    }

    public UUID id() {
        return (after == null ? before : after).id();
    }

    /** The item's version after it; a deletion counts as one more change. */
    public long version() {
        return after == null ? before.version() + 1 : after.version();
    }
}
