/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.error.Violation;

/**
 * What the other system is to be told of a record. Immutable.
 *
 * @param values remote path as the file writes it → value, null node for empty; in the order of the file; only what is mapped
 * @param violations what could not be worked out, and is not among the values
 */
public record Outgoing(Map<String, JsonNode> values, List<Violation> violations) {
    public Outgoing {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        violations = List.copyOf(violations);
    }
}
