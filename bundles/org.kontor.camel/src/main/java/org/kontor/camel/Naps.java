/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits that end at once when a connection is stopped. Thread-safe. */
interface Naps {
    /** @return false when it was woken for good */
    boolean nap(Duration time);

    /** Ends all waits, also those to come. */
    void wake();

    static Naps real() {
        CountDownLatch end = new CountDownLatch(1);
        return new Naps() {
            @Override
            public boolean nap(Duration time) {
                try {
                    return !end.await(time.toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }

            @Override
            public void wake() {
                end.countDown();
            }
        };
    }
}
