/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.route.tryton.rpc.Values;

/**
 * A row of Tryton as mappings see it: linked rows stand under the name of their link, in the order in which Tryton shows
 * them, and values that Tryton wraps are plain numbers and texts. Stateless.
 */
public final class Payload {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** By sequence, rows without one first, then by age. */
    private static final Comparator<JsonNode> ORDER = Comparator.<JsonNode>comparingInt(row ->
                    row.path("sequence").isNumber() ? row.path("sequence").asInt() : Integer.MIN_VALUE)
            .thenComparingLong(row -> row.path("id").asLong());

    private Payload() {}

    /** @param row as Tryton answers it: linked rows stand under the name of their link with a dot at its end */
    public static JsonNode of(JsonNode row) {
        if (row.isArray()) {
            return rows(row);
        }
        if (!row.isObject()) {
            return row;
        }
        if (row.has(Values.CLASS)) {
            return value(row);
        }
        ObjectNode plain = NODES.objectNode();
        for (Map.Entry<String, JsonNode> field : row.properties()) {
            String name = field.getKey();
            if (name.endsWith(".")) {
                plain.set(name.substring(0, name.length() - 1), of(field.getValue()));
            } else if (!row.has(name + ".")) {
                plain.set(name, of(field.getValue()));
            }
        }
        return plain;
    }

    private static ArrayNode rows(JsonNode array) {
        List<JsonNode> rows = new ArrayList<>(array.size());
        array.forEach(row -> rows.add(of(row)));
        if (rows.stream().allMatch(JsonNode::isObject)) {
            rows.sort(ORDER);
        }
        return NODES.arrayNode(rows.size()).addAll(rows);
    }

    private static JsonNode value(JsonNode wrapped) {
        BigDecimal decimal = Values.decimal(wrapped);
        if (decimal != null) {
            return NODES.numberNode(decimal);
        }
        Instant instant = Values.instant(wrapped);
        LocalDate date = Values.date(wrapped);
        return instant != null
                ? NODES.textNode(instant.toString())
                : date != null ? NODES.textNode(date.toString()) : NODES.nullNode();
    }
}
