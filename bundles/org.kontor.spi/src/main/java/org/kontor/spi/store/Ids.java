/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * UUIDv7 (RFC 9562, 5.7, with the sub-millisecond counter of 6.2 method 1): ids that one process makes grow strictly.
 * Thread-safe.
 */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Object LOCK = new Object();
    private static long lastTick;

    private Ids() {}

    public static UUID next() {
        long tick;
        synchronized (LOCK) {
            // 1/4096 ms since the epoch: 48 bits of milliseconds and the 12 bits of rand_a behind them
            Instant now = Instant.now();
            long fine = now.toEpochMilli() << 12 | (now.getNano() % 1_000_000L) * 4096 / 1_000_000;
            tick = Math.max(fine, lastTick + 1);
            lastTick = tick;
        }
        long high = tick >>> 12 << 16 | 0x7000L | tick & 0xFFFL;
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The least id that is made at that moment or later. */
    public static UUID first(Instant moment) {
        return new UUID(Math.max(0, moment.toEpochMilli()) << 16 | 0x7000L, 0x8000_0000_0000_0000L);
    }

    /** Now, to the microsecond: what both databases keep. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
