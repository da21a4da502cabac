/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition with a deadline. */
public final class Await {
    private static final Duration STEP = Duration.ofMillis(25);

    private Await() {}

    /**
     * Asks again until the condition holds. An exception counts as "not yet"; the last one is the cause when time is up.
     *
     * @throws AssertionError when the deadline passes
     */
    public static void until(String what, Duration deadline, Callable<Boolean> condition) {
        value(what, deadline, () -> condition.call() ? Boolean.TRUE : null);
    }

    /** Asks again until the answer is not null, and gives it. */
    public static <T> T value(String what, Duration deadline, Callable<T> question) {
        long end = System.nanoTime() + deadline.toNanos();
        Exception last = null;
        do {
            try {
                T answer = question.call();
                if (answer != null) {
                    return answer;
                }
                last = null;
            } catch (Exception e) {
                last = e;
            }
            LockSupport.parkNanos(STEP.toNanos());
        } while (System.nanoTime() < end);
        throw new AssertionError("Not within " + deadline.toSeconds() + " s: " + what, last);
    }
}
