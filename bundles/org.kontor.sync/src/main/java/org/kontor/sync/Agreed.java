/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordHeader;
import org.kontor.spi.store.Link;

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

    /** @param link null for a record that nothing was agreed on yet */
    static Agreed of(Link link) {
        return link == null ? parse(Snapshot.parse(null), null) : parse(Snapshot.parse(link.snapshot()), link.agreed());
    }

    /** @param json what {@link #json()} gave */
    static Agreed parse(Snapshot told, String json) {
        return new Agreed(told, Nodes.object(json));
    }

    /** The same state as the external system tells it. */
    Snapshot told() {
        return told;
    }

    /** A whole record of ours as JSON, for {@link #whole(String, BusinessRecord)}. */
    static String whole(BusinessRecord record) {
        return of(null).sent(Snapshot.parse(null), record, Set.of()).json();
    }

    /** The record as it was when {@link #whole(BusinessRecord)} gave this. */
    static BusinessRecord whole(String json, BusinessRecord now) {
        return parse(Snapshot.parse(null), json).record(now, Set.of());
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

    /**
     * The state that is agreed on after ours was written there.
     *
     * @param now what counts as told from now on
     * @param sent ours as it was sent
     * @param kept fields of which the agreement stays what it was
     */
    Agreed sent(Snapshot now, BusinessRecord sent, Set<String> kept) {
        ObjectNode values = Nodes.MAPPER.createObjectNode();
        for (String name : names(sent, now)) {
            JsonNode ours = kept.contains(name) ? get(name) : ours(sent, name);
            if (!ours.equals(now.get(name))) {
                values.set(name, ours);
            }
        }
        return new Agreed(now, values);
    }

    /** The same, where ours is what the external system tells of this field. */
    Agreed without(String name) {
        ObjectNode kept = others.deepCopy();
        kept.remove(name);
        return new Agreed(told, kept);
    }

    /** Our record as it was agreed on; of the fields that are given, as it is now. */
    BusinessRecord record(BusinessRecord now, Set<String> current) {
        FieldValues.Builder values = FieldValues.builder();
        for (String name : names(now, told)) {
            Field field = now.type().field(name).orElse(null);
            if (field == null) {
                continue;
            }
            Object is = now.values().get(field);
            Object value = current.contains(name) ? is : Nodes.value(field, get(name), is);
            if (value != null) {
                values.set(field, value);
            }
        }
        boolean archived = current.contains(Snapshot.ARCHIVED)
                ? now.archived()
                : get(Snapshot.ARCHIVED).asBoolean();
        RecordHeader header = now.header();
        return BusinessRecord.of(
                now.type(),
                new RecordHeader(
                        header.id(),
                        header.managingAccount(),
                        header.version(),
                        archived,
                        header.created(),
                        header.changed()),
                values.build(),
                now.crossReferences());
    }

    /**
     * Of everything that may be agreed on: of custom fields those that the record, this state or what is told now has.
     */
    Collection<String> names(BusinessRecord record, Snapshot now) {
        Set<String> names = new LinkedHashSet<>();
        record.type().fields().forEach(field -> names.add(field.path()));
        record.values().custom().keySet().forEach(field -> names.add(field.path()));
        Stream.of(told.names(), now.names(), (Iterable<String>) others::fieldNames)
                .forEach(some -> some.forEach(name -> {
                    if (name.startsWith(CustomField.PREFIX)) {
                        names.add(name);
                    }
                }));
        names.add(Snapshot.ARCHIVED);
        return names;
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
