/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

/** Whose value stays when both sides changed a field. */
public enum MergeRule {
    /** That of the external system. */
    THEIRS,
    OURS,
    /** That of the side that changed the record last. */
    NEWEST,
    /** A person is asked: a conflict. */
    ASK
}
