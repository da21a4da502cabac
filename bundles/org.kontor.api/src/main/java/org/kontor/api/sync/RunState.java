/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

/** Where a run stands. A run that a kill cut off is INTERRUPTED; the next one goes on from the last committed page. */
public enum RunState {
    RUNNING,
    COMPLETED,
    FAILED,
    INTERRUPTED
}
