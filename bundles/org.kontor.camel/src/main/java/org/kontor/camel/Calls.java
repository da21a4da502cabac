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
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;

/**
 * The one way out for the calls of a connection, shared by all of its routes (requirement S11): so many a second and a day,
 * tried again with back-off, and held back for a while when the other system is away. Waits are bounded and end when the
 * connection is stopped. Thread-safe.
 */
public final class Calls implements AutoCloseable {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final double DOUBLED = 2;
    private static final double JITTER = 0.2;

    private final CallSettings settings;
    private final Quota quota;
    private final Clock clock;
    private final Naps naps;
    private final CircuitBreaker breaker;
    private final RateLimiter limiter;
    private final IntervalFunction backOff;
    /** When the calls of the day are used up: the next day. */
    private volatile Instant usedUpUntil = Instant.MIN;

    private volatile Instant openUntil = Instant.MIN;
    private volatile Instant openSince;
    /** The other system answered a call once. */
    private volatile boolean answered;

    /** @throws SettingException when one is wrong */
    public Calls(String connection, Settings settings, Quota quota, Clock clock) {
        this(connection, CallSettings.from(settings), quota, clock, Naps.real());
    }

    Calls(String connection, CallSettings settings, Quota quota, Clock clock, Naps naps) {
        this.settings = settings;
        this.quota = settings.perDay() == 0 ? Quota.NONE : quota;
        this.clock = clock;
        this.naps = naps;
        this.breaker = breaker(connection, settings);
        this.limiter = settings.perSecond() == 0
                ? null
                : RateLimiter.of(
                        connection,
                        RateLimiterConfig.custom()
                                .limitForPeriod(1)
                                .limitRefreshPeriod(Duration.ofSeconds(1).dividedBy(settings.perSecond()))
                                .timeoutDuration(LONGEST_PAUSE)
                                .build());
        this.backOff = IntervalFunction.ofExponentialRandomBackoff(settings.backOff(), DOUBLED, JITTER, LONGEST_PAUSE);
    }

    private CircuitBreaker breaker(String connection, CallSettings given) {
        IntervalFunction doubled = IntervalFunction.ofExponentialBackoff(given.pause(), DOUBLED, given.longestPause());
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(given.failures())
                .minimumNumberOfCalls(given.failures())
                .failureRateThreshold(100)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitIntervalFunctionInOpenState(attempt -> {
                    long millis = doubled.apply(attempt);
                    Instant now = clock.instant();
                    openUntil = now.plusMillis(millis);
                    openSince = openSince == null ? now : openSince;
                    return millis;
                })
                .build();
        CircuitBreaker fresh = new CircuitBreakerStateMachine(connection, config, clock);
        fresh.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == CircuitBreaker.State.CLOSED) {
                openSince = null;
            }
        });
        return fresh;
    }

    /**
     * Makes a call, and waits for its turn before.
     *
     * @param away whether a failure says that the other system is away or cannot answer now, and not that it refused what was
     *     asked: then the call is tried again, and other calls are held back after some of them
     * @throws NoCallException when none goes out now
     */
    public <T> T call(Supplier<T> work, Predicate<RuntimeException> away) {
        return call(work, away, settings.retries());
    }

    /**
     * The same of a call that is not to be made twice, as it changes something there: it is not tried again.
     *
     * @throws NoCallException when none goes out now
     */
    public <T> T once(Supplier<T> work, Predicate<RuntimeException> away) {
        return call(work, away, 0);
    }

    private <T> T call(Supplier<T> work, Predicate<RuntimeException> away, int retries) {
        for (int attempt = 1; ; attempt++) {
            takeTurn();
            long start = System.nanoTime();
            try {
                T result = work.get();
                answered(start);
                return result;
            } catch (RuntimeException e) {
                if (!away.test(e)) {
                    answered(start);
                    throw e;
                }
                breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
                boolean open = breaker.getState() == CircuitBreaker.State.OPEN;
                if (open || attempt > retries || !naps.nap(Duration.ofMillis(backOff.apply(attempt)))) {
                    throw e;
                }
            } catch (Error e) {
                breaker.releasePermission();
                throw e;
            }
        }
    }

    private void answered(long start) {
        answered = true;
        breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }

    private void takeTurn() {
        Instant now = clock.instant();
        if (now.isBefore(usedUpUntil)) {
            throw usedUp();
        }
        if (limiter != null) {
            long nanos = limiter.reservePermission();
            if (nanos < 0) {
                throw new NoCallException("Too many calls wait for their turn.", now.plus(LONGEST_PAUSE));
            }
            if (nanos > 0 && !naps.nap(Duration.ofNanos(nanos))) {
                throw new NoCallException("The connection is being stopped.", null);
            }
        }
        if (!breaker.tryAcquirePermission()) {
            throw new NoCallException(heldBack(), openUntil);
        }
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean taken = false;
        try {
            taken = quota.take(day);
        } finally {
            if (!taken) {
                breaker.releasePermission();
            }
        }
        if (!taken) {
            usedUpUntil = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            throw usedUp();
        }
    }

    private NoCallException usedUp() {
        return new NoCallException(
                "The " + settings.perDay() + " calls of this day are used up; it goes on at " + usedUpUntil + ".",
                usedUpUntil);
    }

    /** Whether a call would go out now. */
    public boolean mayCall() {
        Instant now = clock.instant();
        return !now.isBefore(usedUpUntil)
                && (breaker.getState() != CircuitBreaker.State.OPEN || !now.isBefore(openUntil));
    }

    /**
     * Since when no calls go out, as the other system is away, and when one is tried, in a sentence; null when calls go out.
     */
    public String heldBack() {
        return breaker.getState() == CircuitBreaker.State.CLOSED || openSince == null
                ? null
                : "No calls since " + openSince.truncatedTo(ChronoUnit.SECONDS) + "; the next try is at "
                        + openUntil.truncatedTo(ChronoUnit.SECONDS) + ".";
    }

    /** Whether the other system answered since these calls began; before that nobody knows whether it is there. */
    public boolean isAnswered() {
        return answered;
    }

    /** Ends all waits. */
    @Override
    public void close() {
        naps.wake();
    }
}
