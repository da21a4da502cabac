/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.audit;

/** What was done. */
public enum AuditAction {
    CREATE,
    UPDATE,
    ARCHIVE,
    UNARCHIVE,
    /** The record is gone; its audit stays. */
    DELETE,
    /** A cross reference was added and nothing else changed. */
    LINK
}
