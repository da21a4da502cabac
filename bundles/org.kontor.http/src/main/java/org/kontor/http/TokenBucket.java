/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http;

import java.util.concurrent.TimeUnit;

/**
 * A token for each request: they come back at a steady rate until the bucket is full. Times are of {@link
 * System#nanoTime()}. Not thread-safe.
 */
final class TokenBucket {
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private final double perSecond;
    private final double most;
    private double tokens;
    private long filledAt;

    /**
     * @param perSecond tokens that come back a second, more than 0
     * @param most what it holds, at least 1; it is full at first
     */
    TokenBucket(double perSecond, double most, long now) {
        this.perSecond = perSecond;
        this.most = most;
        this.tokens = most;
        this.filledAt = now;
    }

    /** Takes a token if there is one. */
    boolean take(long now) {
        fill(now);
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    private void fill(long now) {
        // a clock that another thread has read a little earlier takes nothing away
        double elapsed = Math.max(0, now - filledAt) / SECOND;
        tokens = Math.min(most, tokens + elapsed * perSecond);
        filledAt = Math.max(filledAt, now);
    }

    /** Whole tokens that were left when one was last asked for. */
    long left() {
        return (long) tokens;
    }

    /** Seconds until there is a token again, rounded up; 0 when there is one. */
    long secondsToNext() {
        return tokens >= 1 ? 0 : (long) Math.ceil((1 - tokens) / perSecond);
    }

    /** Seconds until it is full, rounded up. */
    long secondsToFull() {
        return (long) Math.ceil((most - tokens) / perSecond);
    }
}
