/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping.expression;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;

/** An object whose empty fields are as missing; only {@code $has} still sees that they were there. */
final class JsonObject extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    private transient Set<String> empty = Set.of();

    void tell(String key, Object value) {
        if (value == null) {
            if (empty.isEmpty()) {
                empty = new HashSet<>(4);
            }
            empty.add(key);
        } else {
            put(key, value);
        }
    }

    boolean tells(String key) {
        return containsKey(key) || empty.contains(key);
    }
}
