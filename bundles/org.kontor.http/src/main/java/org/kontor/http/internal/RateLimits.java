/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How fast each caller may ask, whatever the door (V1). Thread-safe. */
@Component(service = RateLimits.class, configurationPid = RateLimits.PID)
@Designate(ocd = RateLimits.Config.class)
public final class RateLimits {
    /** {@code etc/org.kontor.http.cfg}. */
    @ObjectClassDefinition(name = "Kontor HTTP", description = "Limits of REST and SOAP")
    public @interface Config {
        @AttributeDefinition(
                name = "Requests a second",
                description = "that each signed-in caller may make in the long run; 0 for no limit",
                min = "0",
                max = "1000000")
        int requestsPerSecond() default 2000;

        @AttributeDefinition(
                name = "Burst",
                description = "Requests that may come at once, after a rest",
                min = "1",
                max = "1000000")
        int burst() default 6000;
    }

    static final String PID = "org.kontor.http";
    private static final int MAX = 1_000_000;
    /** Who was not heard of for longest is forgotten, and begins with a full bucket: memory has an end. */
    static final int MAX_CALLERS = 10_000;

    private final LongSupplier clock;
    private final Map<UUID, TokenBucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, TokenBucket> eldest) {
            return size() > MAX_CALLERS;
        }
    };
    private int perSecond;
    private int burst;

    /**
     * What becomes of a request.
     *
     * @param limit requests that may come at once; 0 when there is no limit
     * @param left how many of them are left
     * @param fullIn seconds until all are there again
     * @param retryIn seconds until the next one may come; more than 0 when this one may not
     */
    record Verdict(int limit, long left, long fullIn, long retryIn) {
        static final Verdict UNLIMITED = new Verdict(0, 0, 0, 0);

        boolean admitted() {
            return retryIn == 0;
        }
    }

    /** @throws IllegalArgumentException when a setting is out of its range */
    @Activate
    public RateLimits(Config config) {
        this(config.requestsPerSecond(), config.burst(), System::nanoTime);
    }

    RateLimits(int perSecond, int burst, LongSupplier clock) {
        this.clock = clock;
        set(perSecond, burst);
    }

    /** Counts from the next request on. */
    @Modified
    void change(Config config) {
        set(config.requestsPerSecond(), config.burst());
    }

    private synchronized void set(int newPerSecond, int newBurst) {
        check("requestsPerSecond", newPerSecond, 0);
        check("burst", newBurst, 1);
        perSecond = newPerSecond;
        burst = newBurst;
        buckets.clear();
    }

    private static void check(String name, int value, int least) {
        if (value < least || value > MAX) {
            throw new IllegalArgumentException(
                    PID + ": " + name + " must be from " + least + " to " + MAX + ", not " + value);
        }
    }

    /** Counts a request of the caller. */
    synchronized Verdict count(UUID caller) {
        if (perSecond == 0) {
            return Verdict.UNLIMITED;
        }
        long now = clock.getAsLong();
        TokenBucket bucket = buckets.computeIfAbsent(caller, id -> new TokenBucket(perSecond, burst, now));
        boolean taken = bucket.take(now);
        return new Verdict(
                burst, bucket.left(), bucket.secondsToFull(), taken ? 0 : Math.max(1, bucket.secondsToNext()));
    }

    synchronized int callers() {
        return buckets.size();
    }
}
