/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

/** One of the two that hold a record. */
public enum Side {
    /** Kontor. */
    OURS,
    /** The external system. */
    THEIRS
}
