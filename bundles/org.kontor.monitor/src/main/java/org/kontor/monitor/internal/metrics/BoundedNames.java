/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The first names that come are taken, all later ones are {@code other}: labels must not grow for ever. Thread-safe. */
final class BoundedNames {
    private static final String OTHER = "other";

    private final int limit;
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    BoundedNames(int limit) {
        this.limit = limit;
    }

    /** @param fresh is told of a name when it is taken, once */
    String bounded(String name, Consumer<String> fresh) {
        if (names.contains(name)) {
            return name;
        }
        synchronized (names) {
            if (names.size() >= limit && !names.contains(name)) {
                return OTHER;
            }
            if (names.add(name)) {
                fresh.accept(name);
            }
        }
        return name;
    }
}
