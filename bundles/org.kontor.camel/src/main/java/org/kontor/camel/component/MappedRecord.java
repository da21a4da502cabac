/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.ValueType;
import org.kontor.api.sync.SourceRecord;

/**
 * A record as a map: the keys are paths of fields, {@value #EXTERNAL_ID} and {@value #ARCHIVED}; a group of fields may be a
 * map of its own. A field that points to another record holds its external id. Stateless.
 */
final class MappedRecord {
    static final String EXTERNAL_ID = "externalId";
    static final String ARCHIVED = "archived";

    private MappedRecord() {}

    static SourceRecord of(RecordType type, Map<?, ?> map) {
        String externalId =
                map.get(EXTERNAL_ID) == null ? "" : map.get(EXTERNAL_ID).toString();
        FieldValues.Builder values = FieldValues.builder();
        Map<Field, String> references = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        Boolean archived = null;
        for (Map.Entry<String, Object> entry : flat(type, map).entrySet()) {
            String key = entry.getKey();
            Object value = entry.getValue();
            Field field = type.field(key).orElse(null);
            if (field != null && field.valueType() == ValueType.REFERENCE) {
                references.put(field, value == null ? null : value.toString());
            } else if (field != null) {
                values.set(field, value);
            } else if (key.equals(ARCHIVED)) {
                archived = archived(value, violations);
            } else if (!key.equals(EXTERNAL_ID)) {
                violations.add(new Violation(key, "unknown_field", "There is no such field.", null));
            }
        }
        return violations.isEmpty()
                ? new SourceRecord(externalId, values.build(), references, archived, null)
                : SourceRecord.refused(externalId, KontorException.invalid(violations));
    }

    /** {@code city} inside {@code address} is {@code address.city}, too. */
    private static Map<String, Object> flat(RecordType type, Map<?, ?> map) {
        Map<String, Object> flat = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            String group = name + ".";
            boolean isGroup = group.equals(CustomField.PREFIX)
                    || type.fields().stream().anyMatch(field -> field.path().startsWith(group));
            if (isGroup && value instanceof Map<?, ?> members) {
                members.forEach((member, inner) -> flat.put(group + member, inner));
            } else {
                flat.put(String.valueOf(name), value);
            }
        });
        return flat;
    }

    private static Boolean archived(Object value, List<Violation> violations) {
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        String text = value.toString().strip();
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.valueOf(text);
        }
        violations.add(new Violation(ARCHIVED, "wrong_type", "Must be true or false.", text));
        return null;
    }
}
