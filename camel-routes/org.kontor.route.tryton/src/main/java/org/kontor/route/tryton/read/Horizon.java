/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * How far back changes are looked for. A row bears the time at which its transaction began and is seen only when that
 * commits; so every look goes back by the overlap.
 *
 * <p>Clocks are never compared: a date found in Tryton plus the time that has gone by here since is a time that has passed
 * there too. Without the second part a Tryton where nothing changes after a large import would have to list that import again
 * at every look.
 */
final class Horizon {
    private final Duration overlap;
    private final LongSupplier nanos;
    private Instant watermark = Instant.EPOCH;
    private long since;

    /** @param nanos a clock that only goes forward, like {@link System#nanoTime()} */
    Horizon(Duration overlap, LongSupplier nanos) {
        this.overlap = overlap;
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    /** Takes note of a time that has passed on Tryton's clock. */
    void passed(Instant time) {
        Instant now = watermark();
        if (time.isAfter(now)) {
            watermark = time;
            since = nanos.getAsLong();
        }
    }

    /** The latest time of which it is known that it has passed on Tryton's clock. */
    Instant watermark() {
        return watermark.plusNanos(nanos.getAsLong() - since);
    }

    /** From where to look for changes. */
    Instant from() {
        return from(watermark());
    }

    Instant from(Instant watermark) {
        return watermark.minus(overlap);
    }
}
