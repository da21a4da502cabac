/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

/** What becomes of a record of ours when it is deleted in the external system (requirement S8). */
public enum DeleteRule {
    /** It is archived, and can be brought back. */
    ARCHIVE,
    /** It is deleted, or archived where other records hang on it. */
    DELETE
}
