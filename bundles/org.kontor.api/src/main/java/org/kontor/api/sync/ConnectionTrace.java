/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.time.Duration;

/** What a connection does, as it happens. Read by one thread; may be closed by any. */
public interface ConnectionTrace extends AutoCloseable {
    /**
     * The next call; waits for it.
     *
     * @return null when there was none in this time, or the trace has ended
     */
    TracedCall next(Duration wait) throws InterruptedException;

    /** Whether it goes on: false after its time, and when it was closed. */
    boolean isOpen();

    /** Calls that were left out because nobody read fast enough. */
    long dropped();

    /** Nothing is recorded from now on. */
    @Override
    void close();
}
