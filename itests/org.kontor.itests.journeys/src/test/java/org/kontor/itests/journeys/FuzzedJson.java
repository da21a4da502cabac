/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes JSON values from the schemas of an OpenAPI description: mostly such as the schema allows, now and then not. */
final class FuzzedJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 5;

    private final JsonNode description;
    private final Nasty nasty;
    /** Ids that exist; a reference to one is more than a malformed id. */
    private final List<String> ids;

    FuzzedJson(JsonNode description, Nasty nasty, List<String> ids) {
        this.description = description;
        this.nasty = nasty;
        this.ids = ids;
    }

    JsonNode value(JsonNode schema) {
        return value(schema, 0);
    }

    private JsonNode value(JsonNode given, int depth) {
        JsonNode schema = resolved(given);
        if (nasty.oneIn(12)) {
            return unfit(depth);
        }
        for (String choice : new String[] {"oneOf", "anyOf", "allOf"}) {
            if (schema.path(choice).size() > 0) {
                return value(
                        schema.get(choice).get(nasty.below(schema.get(choice).size())), depth);
            }
        }
        if (schema.path("enum").size() > 0) {
            return schema.get("enum").get(nasty.below(schema.get("enum").size()));
        }
        return switch (schema.path("type").asText("object")) {
            case "string" -> NODES.textNode(text(schema.path("format").asText()));
            case "integer" -> NODES.numberNode(nasty.below(1000));
            case "number" -> NODES.numberNode(nasty.below(180_000) / 1000.0);
            case "boolean" -> NODES.booleanNode(nasty.oneIn(2));
            case "array" -> array(schema, depth);
            default -> object(schema, depth);
        };
    }

    /** The text of a parameter. */
    String parameter(JsonNode schema) {
        JsonNode value = value(schema, MAX_DEPTH);
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode at = schema;
        while (at.has("$ref")) {
            at = description.at(at.get("$ref").asText().substring(1));
        }
        return at;
    }

    private String text(String format) {
        if (nasty.oneIn(5)) {
            return nasty.text();
        }
        return switch (format) {
            case "uuid" -> ids.isEmpty() || nasty.oneIn(4)
                    ? new UUID(nasty.below(9), nasty.below(9)).toString()
                    : nasty.of(ids);
            case "date-time" -> "2026-0" + (1 + nasty.below(9)) + "-01T00:00:00Z";
            case "email" -> nasty.word() + "@example.com";
            default -> nasty.word();
        };
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode array = NODES.arrayNode();
        int size = depth >= MAX_DEPTH ? 0 : nasty.below(4);
        for (int i = 0; i < size; i++) {
            array.add(value(schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean shown = required.contains(property.getKey()) ? !nasty.oneIn(15) : nasty.oneIn(4);
            boolean ours = resolved(property.getValue()).path("readOnly").asBoolean();
            if (shown && depth < MAX_DEPTH && (!ours || nasty.oneIn(20))) {
                object.set(property.getKey(), value(property.getValue(), depth + 1));
            }
        }
        if (nasty.oneIn(15)) {
            object.put(nasty.text(), nasty.text());
        }
        return object;
    }

    private JsonNode unfit(int depth) {
        return switch (nasty.below(7)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(new java.math.BigDecimal("1e" + nasty.below(400)));
            case 2 -> NODES.booleanNode(true);
            case 3 -> NODES.arrayNode().add(NODES.objectNode());
            case 4 -> nested(depth > 0 ? 3 : 200);
            default -> NODES.textNode(nasty.text());
        };
    }

    private static JsonNode nested(int levels) {
        JsonNode node = NODES.nullNode();
        for (int i = 0; i < levels; i++) {
            node = NODES.arrayNode().add(node);
        }
        return node;
    }
}
