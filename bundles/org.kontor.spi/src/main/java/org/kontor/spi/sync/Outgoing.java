/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.sync;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.kontor.api.error.Violation;

/**
 * What an external system is to hold of a record. Immutable.
 *
 * @param values by the connector's own names; values that have an equals of their own; null for empty
 * @param violations what could not be worked out, and is not among the values
 */
public record Outgoing(Map<String, Object> values, List<Violation> violations) {
    public Outgoing {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        violations = List.copyOf(violations);
    }
}
