/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine;
import io.github.resilience4j.core.IntervalFunction;

/** Holds calls back for a while when the external system is away, and then tries one of them. Thread-safe. */
final class CallBreaker {
    private static final double DOUBLED = 2;

    private final Clock clock;
    private final CircuitBreaker breaker;
    private volatile Instant openUntil = Instant.MIN;
    private volatile Instant openSince;
    /** The other system answered a call once. */
    private volatile boolean answered;

    CallBreaker(String connection, CallSettings settings, Clock clock) {
        this.clock = clock;
        IntervalFunction doubled =
                IntervalFunction.ofExponentialBackoff(settings.pause(), DOUBLED, settings.longestPause());
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(settings.failures())
                .minimumNumberOfCalls(settings.failures())
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
        this.breaker = new CircuitBreakerStateMachine(connection, config, clock);
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == CircuitBreaker.State.CLOSED) {
                openSince = null;
            }
        });
    }

    /**
     * Each pass is to be given back, by {@link #answered}, {@link #away} or {@link #release}.
     *
     * @throws NoCallException when calls are held back
     */
    void pass() {
        if (!breaker.tryAcquirePermission()) {
            String held = heldBack();
            // somebody else's try may have ended meanwhile
            throw new NoCallException(held == null ? "The system was away just now." : held, openUntil);
        }
    }

    void answered(long nanos) {
        answered = true;
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    }

    void away(long nanos, Throwable failure) {
        breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
    }

    void release() {
        breaker.releasePermission();
    }

    /** Whether the other system answered since this began; before that nobody knows whether it is there. */
    boolean isAnswered() {
        return answered;
    }

    boolean isOpen() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /** Whether a call would go out now. */
    boolean mayPass() {
        return !isOpen() || !clock.instant().isBefore(openUntil);
    }

    /** Since when no calls go out, and when one is tried, in a sentence; null when calls go out. */
    String heldBack() {
        Instant since = openSince;
        return breaker.getState() == CircuitBreaker.State.CLOSED || since == null
                ? null
                : "No calls since " + since.truncatedTo(ChronoUnit.SECONDS) + "; the next try is at "
                        + openUntil.truncatedTo(ChronoUnit.SECONDS) + ".";
    }
}
