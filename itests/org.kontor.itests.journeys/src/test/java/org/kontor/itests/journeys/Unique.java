/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.util.concurrent.atomic.AtomicInteger;

/** Words that no other test uses. */
final class Unique {
    private static final String RUN = Long.toString(System.currentTimeMillis(), 36);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Unique() {}

    static String word(String prefix) {
        return prefix + RUN + "x" + COUNT.incrementAndGet();
    }
}
