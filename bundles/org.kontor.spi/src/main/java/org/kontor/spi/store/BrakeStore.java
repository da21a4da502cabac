/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Braked;

/** Runs that were stopped by a brake: one row for a connection and type. */
public interface BrakeStore extends BrakeReader {
    /**
     * Notes it; what a person said of the connection and type before counts no more.
     *
     * @param sweep whether a look for what is not there any more was stopped; else a reading
     */
    void put(Braked braked, boolean sweep);

    void release(String connection, String by, Instant at);

    /**
     * A reading passed.
     *
     * @param all those that nobody released, too
     */
    void forgetReadings(String connection, boolean all);

    /** A look for what is not there any more passed. */
    void forgetSweep(String connection, RecordType type);
}
