/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as expressions see it, and back. Empty (null) is the same as missing. */
public final class Json {
    public static final int MAX_DEPTH = 32;
    public static final int MAX_NODES = 100_000;
    /** In characters, all texts of a payload together. */
    public static final int MAX_TEXT = 4_000_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private int nodes;
    private long text;

    private Json() {}

    /** @throws ExpressionException {@code too_deep}, {@code too_large} */
    public static Object of(JsonNode node) {
        return new Json().convert(node, 0);
    }

    private Object convert(JsonNode node, int depth) {
        if (depth > MAX_DEPTH) {
            throw new ExpressionException("too_deep", "Deeper than " + MAX_DEPTH + " levels.", -1, null);
        }
        if (++nodes > MAX_NODES) {
            throw new ExpressionException("too_large", "More than " + MAX_NODES + " values.", -1, null);
        }
        switch (node.getNodeType()) {
            case OBJECT:
                JsonObject object = new JsonObject();
                node.properties().forEach(entry -> object.tell(entry.getKey(), convert(entry.getValue(), depth + 1)));
                return object;
            case ARRAY:
                List<Object> list = new ArrayList<>(node.size());
                for (JsonNode element : node) {
                    Object value = convert(element, depth + 1);
                    if (value != null) {
                        list.add(value);
                    }
                }
                return list;
            case NUMBER:
                return node.isIntegralNumber() && node.canConvertToInt() ? node.numberValue() : number(node);
            case BOOLEAN:
                return node.booleanValue();
            case NULL, MISSING:
                return null;
            default:
                String value = node.asText();
                text += value.length();
                if (text > MAX_TEXT) {
                    throw new ExpressionException("too_large", "More than " + MAX_TEXT + " characters.", -1, null);
                }
                return value;
        }
    }

    private static Number number(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() ? (Number) node.longValue() : node.doubleValue();
    }

    /** What an expression gave; a function in it is empty. */
    public static JsonNode node(Object value) {
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((key, element) -> object.set(String.valueOf(key), node(element)));
            return object;
        } else if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode(list.size());
            list.forEach(element -> array.add(node(element)));
            return array;
        } else if (value instanceof String text) {
            return NODES.textNode(text);
        } else if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        } else if (value instanceof Integer || value instanceof Long) {
            return NODES.numberNode(((Number) value).longValue());
        } else if (value instanceof Number number) {
            return NODES.numberNode(decimal(number));
        }
        return NODES.nullNode();
    }

    /** A text, number or truth value as text, without white space around it; null when that is empty, or anything else. */
    public static String text(Object value) {
        String text = value instanceof String string
                ? string.strip()
                : value instanceof Number number
                        ? decimal(number).toPlainString()
                        : value instanceof Boolean ? value.toString() : "";
        return text.isEmpty() ? null : text;
    }

    static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    static Object orNull(Object value) {
        return value == Jsonata.NULL_VALUE ? null : value;
    }

    private static BigDecimal decimal(Number number) {
        if (number instanceof Integer || number instanceof Long) {
            return BigDecimal.valueOf(number.longValue());
        }
        BigDecimal decimal = new BigDecimal(number.toString());
        return decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
    }
}
