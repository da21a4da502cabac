/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

/** Whose state is carried to the other side. */
public enum Repair {
    /** Theirs is taken in, also where ours was changed: what is missing there is archived or deleted here, by the mapping's rule. */
    THEIRS,
    /** Ours is sent, also where theirs was changed: what is missing there is created there anew. */
    OURS,
    /** What each side changed is carried to the other by the rules of the mapping, as a run does. */
    BOTH
}
