/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.bulk;

/** What a row of a bulk asks for. */
public enum BulkAction {
    /** A new record; refused when one of that key is there. */
    CREATE,
    /** A change of a record that is there; refused when there is none. */
    UPDATE,
    /** A change when a record of that key is there, else a new record. */
    UPSERT,
    /** Archives a record that is there; its fields are changed as well when given. */
    ARCHIVE,
    /** Takes a record out of the archive; its fields are changed as well when given. */
    UNARCHIVE
}
