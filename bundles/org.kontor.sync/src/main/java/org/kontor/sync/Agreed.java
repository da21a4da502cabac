/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;

/**
 * Our values of the state that both sides agreed on last. Most are as the external system tells them; kept are only the
 * others: what our rules write otherwise, references, and edits of ours that it was not told. Immutable.
 */
final class Agreed {
    private final Snapshot told;
    private final ObjectNode others;

    private Agreed(Snapshot told, ObjectNode others) {
        this.told = told;
        this.others = others;
    }

    /** @param json what {@link #json()} gave */
    static Agreed parse(Snapshot told, String json) {
        return new Agreed(told, Nodes.object(json));
    }

    /** Our value of that state; the null node when it was empty, or there is none yet. */
    JsonNode get(String name) {
        JsonNode other = others.get(name);
        return other == null ? told.get(name) : other;
    }

    /**
     * The state that is agreed on now.
     *
     * @param now what the external system holds
     * @param record ours as it was written
     * @param taken fields in which ours is now what theirs is; for all others our agreed value stays what it was
     */
    Agreed then(Snapshot now, BusinessRecord record, Set<String> taken) {
        ObjectNode kept = Nodes.MAPPER.createObjectNode();
        others.fieldNames().forEachRemaining(name -> {
            if (!now.tells(name) && !told.tells(name)) {
                kept.set(name, others.get(name));
            }
        });
        for (String name : now.names()) {
            JsonNode ours = taken.contains(name) ? ours(record, name) : get(name);
            if (!ours.equals(now.get(name))) {
                kept.set(name, ours);
            }
        }
        return new Agreed(now, kept);
    }

    /** The same state of ours, where the external system told something else in these fields than was written. */
    Agreed toldAs(Snapshot other, Set<String> names) {
        ObjectNode kept = others.deepCopy();
        for (String name : names) {
            JsonNode ours = get(name);
            if (ours.equals(other.get(name))) {
                kept.remove(name);
            } else {
                kept.set(name, ours);
            }
        }
        return new Agreed(other, kept);
    }

    /** What a record of ours holds. */
    static JsonNode ours(BusinessRecord record, String name) {
        if (name.equals(Snapshot.ARCHIVED)) {
            return Nodes.of(record.archived());
        }
        Field field = record.type().field(name).orElseThrow();
        return Nodes.of(record.values().get(field));
    }

    /** Null when there is nothing to keep. */
    String json() {
        return others.isEmpty() ? null : others.toString();
    }
}
