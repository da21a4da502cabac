/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.people.Group;

/**
 * A change of a group.
 *
 * @param before null at creation
 * @param after null at deletion
 * @param shown what the audit shows
 */
public record GroupChange(Group before, Group after, AuditAction action, List<FieldChange> shown) {
    public GroupChange {
        shown = List.copyOf(shown);
    }

    /** The group as it is now, or as it was last. */
    public Group group() {
        return after == null ? before : after;
    }
}
