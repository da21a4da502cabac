/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.sync;

import java.util.List;

import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Reach;
import org.kontor.api.sync.RunState;

/** Is told what the engine has committed (S13). Thread-safe, quick, throws nothing. */
public interface RunObserver {
    /** A batch was taken in. */
    void took(String connection, List<ItemResult> results);

    /** The run that is under way has come so far. */
    default void reached(String connection, Reach reach) {}

    /** @param state COMPLETED or FAILED; INTERRUPTED when the connection was stopped, whether there was a run or not */
    void ended(String connection, RunState state);
}
