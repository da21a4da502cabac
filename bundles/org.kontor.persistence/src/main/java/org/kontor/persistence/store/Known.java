/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.List;
import java.util.function.Supplier;

/**
 * What is small, changes seldom, and every write asks for, in memory: declarations of custom fields, creation profiles. Forgotten when
 * one was changed. Thread-safe.
 */
final class Known<T> {
    private long generation;
    private List<T> known;

    /** @param stored reads them; what was read while one was changed is not kept */
    List<T> get(Supplier<List<T>> stored) {
        long asked;
        synchronized (this) {
            if (known != null) {
                return known;
            }
            asked = generation;
        }
        List<T> read = List.copyOf(stored.get());
        synchronized (this) {
            if (asked == generation) {
                known = read;
            }
        }
        return read;
    }

    /** A change is committed, or may be. */
    synchronized void forget() {
        generation++;
        known = null;
    }
}
