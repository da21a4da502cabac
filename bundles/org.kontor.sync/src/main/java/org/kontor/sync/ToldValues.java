/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.kontor.api.error.KontorException;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.ValueType;
import org.kontor.api.sync.SourceRecord;

/** What is told of a record as names and values, and back: for people who look at it and edit it. Stateless. */
final class ToldValues {
    private ToldValues() {}

    /** In the order of the snapshot: fields, references, archive mark. */
    static Map<String, Object> of(SourceRecord record) {
        Snapshot told = Snapshot.of(record);
        Map<String, Object> values = new LinkedHashMap<>();
        told.names().forEach(name -> values.put(name, Nodes.value(told.get(name))));
        return values;
    }

    /** @throws KontorException {@code invalid_input} for a name or a value that cannot be */
    static SourceRecord record(RecordType type, String externalId, Map<String, Object> told) {
        FieldValues.Builder values = FieldValues.builder();
        Map<Field, String> references = new HashMap<>();
        Boolean archived = null;
        for (Map.Entry<String, Object> entry : told.entrySet()) {
            String name = entry.getKey();
            Object value = entry.getValue();
            if (name.equals(Snapshot.ARCHIVED)) {
                archived = truth(value);
                continue;
            }
            Field field = type.field(name)
                    .orElseThrow(() -> KontorException.invalid(
                            name, "unknown_field", "A " + type.key() + " has no such field.", null));
            if (field.valueType() == ValueType.REFERENCE) {
                references.put(field, value == null ? null : text(name, value));
            } else {
                values.set(field, isRaw(field, value) ? value : text(name, value));
            }
        }
        return new SourceRecord(externalId, values.build(), references, archived, null);
    }

    /** Whether the rules of the field judge it: what a custom field holds nobody here knows. */
    private static boolean isRaw(Field field, Object value) {
        return value == null || value instanceof List<?> || value instanceof Boolean && field instanceof CustomField;
    }

    private static String text(String name, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw KontorException.invalid(name, "wrong_type", "Must be a text, or a list of texts.", value.toString());
    }

    private static Boolean truth(Object value) {
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        throw KontorException.invalid(Snapshot.ARCHIVED, "wrong_type", "Must be true or false.", String.valueOf(value));
    }
}
