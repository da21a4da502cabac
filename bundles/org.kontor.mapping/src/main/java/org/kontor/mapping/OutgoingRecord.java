/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.error.Violation;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.mapping.Rules.Out;
import org.kontor.mapping.Rules.Table;
import org.kontor.mapping.expression.ExpressionException;
import org.kontor.mapping.expression.Json;
import org.kontor.mapping.expression.Scope;

/** A record on its way out. For one thread and one record. */
final class OutgoingRecord {
    private final Mapping mapping;
    private final BusinessRecord record;
    private final Lookups lookups;

    OutgoingRecord(Mapping mapping, BusinessRecord record, Lookups lookups) {
        this.mapping = mapping;
        this.record = record;
        this.lookups = lookups;
    }

    Outgoing map() {
        Map<String, Object> input = input(record);
        Scope scope = Asking.scope(lookups);
        Map<String, JsonNode> values = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (Out rule : mapping.outs) {
            try {
                if (rule.when() == null || Incoming.truth(rule.when(), input, scope)) {
                    Object value = rule.value().expression().evaluate(input, scope);
                    values.put(rule.key(), Json.node(translate(rule.table(), value)));
                }
            } catch (ExpressionException e) {
                violations.add(Incoming.violation(rule.name(), e));
            }
        }
        return new Outgoing(values, violations);
    }

    /** As {@code GET} shows it: objects for what has a dot in its path. What is empty is missing. */
    private static Map<String, Object> input(BusinessRecord record) {
        Map<String, Object> input = new LinkedHashMap<>();
        record.values().forEach((field, value) -> put(input, field, value));
        input.put("id", record.id().toString());
        input.put("version", record.version());
        input.put("archived", record.archived());
        return input;
    }

    private static void put(Map<String, Object> input, Field field, Object value) {
        if (value == null) {
            return;
        }
        String[] names = field.path().split("\\.");
        Map<String, Object> object = input;
        for (int i = 0; i < names.length - 1; i++) {
            @SuppressWarnings("unchecked") // only this method puts objects in
            Map<String, Object> inner =
                    (Map<String, Object>) object.computeIfAbsent(names[i], name -> new LinkedHashMap<String, Object>());
            object = inner;
        }
        object.put(
                names[names.length - 1],
                value instanceof List || value instanceof BigDecimal ? value : String.valueOf(value));
    }

    private static Object translate(Table table, Object value) {
        if (table == null || value == null) {
            return value;
        }
        String theirs = table.toTheirs().get(String.valueOf(value));
        if (theirs == null) {
            throw new ExpressionException(
                    "value_unknown", "The values of the mapping do not name it.", -1, String.valueOf(value));
        }
        return theirs;
    }
}
