/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;

/** So many calls a second and a day, of all that call the external system of a connection together. Thread-safe. */
final class CallBudget {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final int perDay;
    private final Quota quota;
    private final Clock clock;
    /** Null for any number a second. */
    private final RateLimiter limiter;
    /** When the calls of the day are used up: the next day. */
    private volatile Instant usedUpUntil = Instant.MIN;

    CallBudget(String connection, CallSettings settings, Quota quota, Clock clock) {
        this.perDay = settings.perDay();
        this.quota = perDay == 0 ? Quota.NONE : quota;
        this.clock = clock;
        this.limiter = settings.perSecond() == 0
                ? null
                : RateLimiter.of(
                        connection,
                        RateLimiterConfig.custom()
                                .limitForPeriod(1)
                                .limitRefreshPeriod(Duration.ofSeconds(1).dividedBy(settings.perSecond()))
                                .timeoutDuration(LONGEST_WAIT)
                                .build());
    }

    /**
     * Waits for the turn.
     *
     * @throws NoCallException when there is none soon, or the wait was ended
     */
    void takeTurn(Naps naps) {
        if (limiter != null) {
            long nanos = limiter.reservePermission();
            if (nanos < 0) {
                throw new NoCallException(
                        "Too many calls wait for their turn.", clock.instant().plus(LONGEST_WAIT));
            }
            if (nanos > 0 && !naps.nap(Duration.ofNanos(nanos))) {
                throw new NoCallException("The connection is being stopped.", null);
            }
        }
    }

    /** Counts a call of the day; false when it has none left. */
    boolean takeOfDay() {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean taken = quota.take(day);
        if (!taken) {
            usedUpUntil = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return taken;
    }

    /** Whether the day is known to have none left. */
    boolean isUsedUp() {
        return clock.instant().isBefore(usedUpUntil);
    }

    NoCallException usedUp() {
        Instant until = usedUpUntil;
        return new NoCallException(
                "The " + perDay + " calls of this day are used up; it goes on at " + until + ".", until);
    }
}
