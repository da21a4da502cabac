/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.resilience4j.core.IntervalFunction;

/**
 * The way out for the calls of a connection, shared by all of its routes (requirement S11): so many a second and a day, tried
 * again with back-off, and held back for a while when the other system is away. Whoever else calls that system for the
 * connection has a way out {@linkplain #beside() beside} it, in the same bounds. Waits are bounded and end when this way out is
 * closed. Thread-safe.
 */
public final class Calls implements AutoCloseable {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final double DOUBLED = 2;
    private static final double JITTER = 0.2;

    private final String connection;
    private final CallSettings settings;
    private final Clock clock;
    private final CallBudget budget;
    private final CallBreaker breaker;
    private final Naps naps;
    private final IntervalFunction backOff;

    /** @throws SettingException when one is wrong */
    public Calls(String connection, Settings settings, Quota quota, Clock clock) {
        this(connection, CallSettings.from(settings), quota, clock, Naps.real());
    }

    Calls(String connection, CallSettings settings, Quota quota, Clock clock, Naps naps) {
        this(
                connection,
                settings,
                clock,
                new CallBudget(connection, settings, quota, clock),
                new CallBreaker(connection, settings, clock),
                naps);
    }

    private Calls(
            String connection, CallSettings settings, Clock clock, CallBudget budget, CallBreaker breaker, Naps naps) {
        this.connection = connection;
        this.settings = settings;
        this.clock = clock;
        this.budget = budget;
        this.breaker = breaker;
        this.naps = naps;
        this.backOff = IntervalFunction.ofExponentialRandomBackoff(settings.backOff(), DOUBLED, JITTER, LONGEST_PAUSE);
    }

    /** Another one in the same bounds; its waits end when it is closed itself. */
    public Calls beside() {
        return beside(Naps.real());
    }

    Calls beside(Naps other) {
        return new Calls(connection, settings, clock, budget, breaker, other);
    }

    /** The same, but with a circuit breaker of its own: what the others found does not hold it back. */
    public Calls anew() {
        return new Calls(
                connection, settings, clock, budget, new CallBreaker(connection, settings, clock), Naps.real());
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
                breaker.answered(System.nanoTime() - start);
                return result;
            } catch (RuntimeException e) {
                if (!away.test(e)) {
                    breaker.answered(System.nanoTime() - start);
                    throw e;
                }
                breaker.away(System.nanoTime() - start, e);
                if (breaker.isOpen() || attempt > retries || !naps.nap(Duration.ofMillis(backOff.apply(attempt)))) {
                    throw e;
                }
            } catch (Error e) {
                breaker.release();
                throw e;
            }
        }
    }

    private void takeTurn() {
        if (budget.isUsedUp()) {
            throw budget.usedUp();
        }
        budget.takeTurn(naps);
        breaker.pass();
        boolean taken = false;
        try {
            taken = budget.takeOfDay();
        } finally {
            if (!taken) {
                breaker.release();
            }
        }
        if (!taken) {
            throw budget.usedUp();
        }
    }

    /** Whether a call would go out now. */
    public boolean mayCall() {
        return !budget.isUsedUp() && breaker.mayPass();
    }

    /**
     * Since when no calls go out, as the other system is away, and when one is tried, in a sentence; null when calls go out.
     */
    public String heldBack() {
        return breaker.heldBack();
    }

    /** Whether the other system answered since these calls began; before that nobody knows whether it is there. */
    public boolean isAnswered() {
        return breaker.isAnswered();
    }

    /** Ends all waits of its own. */
    @Override
    public void close() {
        naps.wake();
    }
}
