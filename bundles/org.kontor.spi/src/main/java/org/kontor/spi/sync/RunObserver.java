/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.sync;

import java.util.List;

import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.RunState;

/** Is told what the engine has committed (S13). Thread-safe, quick, throws nothing. */
public interface RunObserver {
    /** A batch was taken in. */
    void took(String connection, List<ItemResult> results);

    /** @param state COMPLETED or FAILED */
    void ended(String connection, RunState state);
}
