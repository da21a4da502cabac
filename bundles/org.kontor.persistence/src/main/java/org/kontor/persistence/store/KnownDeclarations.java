/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.List;
import java.util.function.Supplier;

import org.kontor.api.custom.Declaration;

/**
 * The declarations of custom fields in memory: they are few, change seldom, and every write asks for them. Forgotten when one was
 * changed. Thread-safe.
 */
final class KnownDeclarations {
    private long generation;
    private List<Declaration> known;

    /** @param stored reads them; what was read while one was changed is not kept */
    List<Declaration> get(Supplier<List<Declaration>> stored) {
        long asked;
        synchronized (this) {
            if (known != null) {
                return known;
            }
            asked = generation;
        }
        List<Declaration> read = List.copyOf(stored.get());
        synchronized (this) {
            if (asked == generation) {
                known = read;
            }
        }
        return read;
    }

    /** A change is committed. */
    synchronized void forget() {
        generation++;
        known = null;
    }
}
