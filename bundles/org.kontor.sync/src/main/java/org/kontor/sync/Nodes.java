/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;

/** Values of fields as JSON: a text, a list of texts, a truth value, or null. Stateless. */
final class Nodes {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Nodes() {}

    static JsonNode of(Object value) {
        if (value == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (value instanceof Boolean truth) {
            return JsonNodeFactory.instance.booleanNode(truth);
        }
        if (value instanceof List<?> list) {
            ArrayNode texts = JsonNodeFactory.instance.arrayNode(list.size());
            list.forEach(text -> texts.add((String) text));
            return texts;
        }
        return JsonNodeFactory.instance.textNode(value.toString());
    }

    /** The value that the node stands for; a list is one of texts. */
    static Object value(JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isArray()) {
            List<String> list = new ArrayList<>();
            node.forEach(element -> list.add(element.asText()));
            return list;
        }
        return node.asText();
    }

    /** The value of a field of ours. */
    static Object value(Field field, JsonNode node) {
        Object value = value(node);
        if (value == null) {
            return null;
        }
        return switch (field.valueType()) {
            case LATITUDE, LONGITUDE -> new BigDecimal(value.toString());
            case REFERENCE -> UUID.fromString(value.toString());
            default -> value;
        };
    }

    /**
     * The same; of a custom field, of which nobody here knows what it holds, in the kind of another value of it.
     *
     * @param like the other value; null when there is none
     */
    static Object value(Field field, JsonNode node, Object like) {
        Object value = value(field, node);
        if (!(field instanceof CustomField) || !(value instanceof String text)) {
            return value;
        }
        if (like instanceof BigDecimal) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                return value;
            }
        }
        return like instanceof Boolean ? (Object) Boolean.valueOf(text) : value;
    }

    static String json(Object value) {
        return MAPPER.valueToTree(value).toString();
    }

    /** @param json null for an object without anything */
    static ObjectNode object(String json) {
        if (json == null) {
            return MAPPER.createObjectNode();
        }
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is stored of a synchronisation cannot be read", e);
        }
    }
}
