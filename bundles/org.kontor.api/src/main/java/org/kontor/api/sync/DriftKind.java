/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

/** In what way the two systems differ about a record (requirement S12). */
public enum DriftKind {
    /** It is there and was never taken in. */
    MISSING_HERE,
    /** Both knew it, and it is not there any more. */
    MISSING_THERE,
    /** Fields hold other values than was agreed, on one side or both, and not the same. */
    DIFFERS,
    /** The two differ, and Kontor knows: a conflict, the quarantine or something that is to be sent. */
    WAITING
}
