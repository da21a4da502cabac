/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.component;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names that one route alone may use at a time, as two of them would take each other's changes. Thread-safe. */
public final class Claims {
    private final Map<String, Claim> claims = new ConcurrentHashMap<>();

    private record Claim(Object owner, String connection) {}

    /** @throws IllegalArgumentException when another one uses it */
    void claim(String name, Object owner, String connection) {
        Claim other = claims.putIfAbsent(name, new Claim(owner, connection));
        if (other != null && other.owner() != owner) {
            throw new IllegalArgumentException("the consumer '" + name + "' is in use by a route of '"
                    + other.connection() + "'; give each its own name with consumer=NAME");
        }
    }

    void release(String name, Object owner) {
        claims.computeIfPresent(name, (key, claim) -> claim.owner() == owner ? null : claim);
    }
}
