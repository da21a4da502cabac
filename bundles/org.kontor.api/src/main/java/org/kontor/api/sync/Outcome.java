/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import org.kontor.api.audit.AuditAction;

/** What became of one record in a run. */
public enum Outcome {
    CREATED,
    UPDATED,
    ARCHIVED,
    UNARCHIVED,
    /** It was deleted there, and therefore here. */
    DELETED,
    UNCHANGED,
    /** It was created or changed in the external system. */
    SENT,
    /** At least one field waits for a person's decision; the others were taken in. */
    CONFLICT,
    /** It went to the quarantine. */
    REFUSED;

    /** @param action what was written, or null when nothing was */
    public static Outcome of(AuditAction action) {
        return action == null
                ? UNCHANGED
                : switch (action) {
                    case CREATE -> CREATED;
                    case UPDATE, LINK -> UPDATED;
                    case ARCHIVE -> ARCHIVED;
                    case UNARCHIVE -> UNARCHIVED;
                    case DELETE -> DELETED;
                };
    }
}
