/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What is to be noted once a minute at most, each for itself. Thread-safe. */
final class OnceAMinute {
    static final Duration PERIOD = Duration.ofMinutes(1);
    /** What was not seen for longest is forgotten, and is noted once more: memory has an end. */
    private static final int MOST = 10_000;

    private final Map<UUID, Instant> noted = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Instant> eldest) {
            return size() > MOST;
        }
    };

    /** Whether it is to be noted now; the next one is not. */
    synchronized boolean isDue(UUID what, Instant now) {
        Instant before = noted.get(what);
        if (before != null && now.isBefore(before.plus(PERIOD))) {
            return false;
        }
        noted.put(what, now);
        return true;
    }
}
