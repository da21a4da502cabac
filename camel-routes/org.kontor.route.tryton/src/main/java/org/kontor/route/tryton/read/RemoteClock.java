/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * What is known of Tryton's clock, without ever comparing it with ours: a date found in Tryton, plus the time that has gone by
 * here since, is a time that has passed there too. So it goes on even where nothing is written; and it is never ahead.
 */
final class RemoteClock {
    private final LongSupplier nanos;
    private Instant found = Instant.EPOCH;
    private long foundAt;

    /** @param nanos a clock that only goes forward, like {@link System#nanoTime()} */
    RemoteClock(LongSupplier nanos) {
        this.nanos = nanos;
        this.foundAt = nanos.getAsLong();
    }

    /** Takes note of a date found in Tryton. */
    void found(Instant date) {
        if (date.isAfter(now())) {
            found = date;
            foundAt = nanos.getAsLong();
        }
    }

    /** The latest time of which it is known that it has passed there. */
    Instant now() {
        return found.plusNanos(nanos.getAsLong() - foundAt);
    }
}
