/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.api.sync.SourceRecord;

/**
 * What an external system told of a record, in a form that is the same for the same content: to see whether it tells
 * anything new (S7), and which fields it changed since. Its content never changes; for one thread.
 */
final class Snapshot {
    /** The name of the archive mark among the fields. */
    static final String ARCHIVED = "archived";

    private final ObjectNode content;
    /** Of the content; made when it is asked for, which it is twice. */
    private String json;

    Snapshot(ObjectNode content) {
        this.content = content;
    }

    static Snapshot of(SourceRecord record) {
        ObjectNode content = Nodes.MAPPER.createObjectNode();
        record.values().forEach((field, value) -> content.set(field.path(), Nodes.of(value)));
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
        return new Snapshot(Nodes.object(json));
    }

    String json() {
        if (json == null) {
            json = content.toString();
        }
        return json;
    }

    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(json().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names of everything that is told, be it empty. */
    Iterable<String> names() {
        return content::fieldNames;
    }

    boolean tells(String name) {
        return content.has(name);
    }

    /** What is told of it; the null node when it is empty, or not told. */
    JsonNode get(String name) {
        JsonNode value = content.get(name);
        return value == null ? Nodes.of(null) : value;
    }

    /** The same, but for these fields what another snapshot tells of them. */
    Snapshot withOld(Iterable<String> names, Snapshot old) {
        ObjectNode mixed = content.deepCopy();
        for (String name : names) {
            if (old.tells(name)) {
                mixed.set(name, old.get(name));
            } else {
                mixed.remove(name);
            }
        }
        return new Snapshot(mixed);
    }

    /** The same, but for one field. */
    Snapshot with(String name, JsonNode value) {
        ObjectNode mixed = content.deepCopy();
        mixed.set(name, value);
        return new Snapshot(mixed);
    }
}
