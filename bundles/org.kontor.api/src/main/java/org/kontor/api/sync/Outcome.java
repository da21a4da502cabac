/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

/** What became of one record in a run. */
public enum Outcome {
    CREATED,
    UPDATED,
    ARCHIVED,
    UNARCHIVED,
    UNCHANGED,
    REFUSED
}
