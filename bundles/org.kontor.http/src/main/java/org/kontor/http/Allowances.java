/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How fast each caller may ask. Thread-safe.
 *
 * @param <K> what callers are told apart by
 */
public final class Allowances<K> {
    /** Who was not heard of for longest is forgotten, and begins with a full bucket: memory has an end. */
    public static final int MAX_CALLERS = 10_000;

    private final double perSecond;
    private final int burst;
    private final LongSupplier clock;
    private final Map<K, TokenBucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, TokenBucket> eldest) {
            return size() > MAX_CALLERS;
        }
    };

    /**
     * What becomes of a request.
     *
     * @param limit requests that may come at once; 0 when there is no limit
     * @param left how many of them are left
     * @param fullIn seconds until all are there again
     * @param retryIn seconds until the next one may come; more than 0 when this one may not
     */
    public record Verdict(int limit, long left, long fullIn, long retryIn) {
        public static final Verdict UNLIMITED = new Verdict(0, 0, 0, 0);

        public boolean admitted() {
            return retryIn == 0;
        }
    }

    /**
     * @param perSecond requests in the long run; 0 for no limit
     * @param burst requests that may come at once, after a rest
     * @param clock like {@link System#nanoTime}
     */
    public Allowances(double perSecond, int burst, LongSupplier clock) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.clock = clock;
    }

    /** Counts a request of the caller. */
    public synchronized Verdict count(K caller) {
        if (perSecond == 0) {
            return Verdict.UNLIMITED;
        }
        long now = clock.getAsLong();
        TokenBucket bucket = buckets.computeIfAbsent(caller, id -> new TokenBucket(perSecond, burst, now));
        boolean taken = bucket.take(now);
        return new Verdict(
                burst, bucket.left(), bucket.secondsToFull(), taken ? 0 : Math.max(1, bucket.secondsToNext()));
    }

    /** How many are remembered. */
    public synchronized int callers() {
        return buckets.size();
    }
}
