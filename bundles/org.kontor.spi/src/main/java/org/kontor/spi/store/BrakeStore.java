/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;

import org.kontor.api.sync.Braked;

/** Runs that were stopped by a brake: one row for a connection and type. */
public interface BrakeStore extends BrakeReader {
    /** Notes it; what a person said of the connection and type before counts no more. */
    void put(Braked braked);

    void release(String connection, String by, Instant at);

    void forget(String connection);
}
