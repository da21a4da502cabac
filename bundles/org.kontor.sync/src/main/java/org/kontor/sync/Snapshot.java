/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.api.record.Field;
import org.kontor.api.sync.SourceRecord;

/**
 * What an external system told of a record, in a form that is the same for the same content: to see whether it tells
 * anything new (S7), and which fields it changed since. Immutable.
 */
final class Snapshot {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String ARCHIVED = "archived";

    private final ObjectNode content;

    private Snapshot(ObjectNode content) {
        this.content = content;
    }

    static Snapshot of(SourceRecord record) {
        ObjectNode content = MAPPER.createObjectNode();
        record.values().forEach((field, value) -> content.set(field.path(), node(value)));
        TreeMap<String, String> references = new TreeMap<>();
        record.references().forEach((field, externalId) -> references.put(field.path(), externalId));
        references.forEach(content::put);
        if (record.archived() != null) {
            content.put(ARCHIVED, record.archived());
        }
        return new Snapshot(content);
    }

    /** @param json what {@link #json()} gave; null for a record that was never told of */
    static Snapshot parse(String json) {
        if (json == null) {
            return new Snapshot(MAPPER.createObjectNode());
        }
        try {
            return new Snapshot((ObjectNode) MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored snapshot cannot be read", e);
        }
    }

    private static JsonNode node(Object value) {
        if (value instanceof List<?> list) {
            return MAPPER.valueToTree(list);
        }
        return value == null ? MAPPER.nullNode() : MAPPER.getNodeFactory().textNode(value.toString());
    }

    String json() {
        return content.toString();
    }

    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(json().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a field stands here otherwise than there; one that stands in neither is the same. */
    boolean differs(Field field, Snapshot other) {
        return differs(field.path(), other);
    }

    boolean archiveDiffers(Snapshot other) {
        return differs(ARCHIVED, other);
    }

    private boolean differs(String name, Snapshot other) {
        return content.has(name) && !content.get(name).equals(other.content.get(name));
    }
}
