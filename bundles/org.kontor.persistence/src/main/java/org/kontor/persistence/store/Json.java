/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.kontor.api.audit.FieldChange;
import org.kontor.api.error.Violation;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.DriftField;

/** What stands as JSON inside a column. Stateless. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};

    private static final TypeReference<List<DriftField>> DRIFT = new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, Object>> VALUES = new TypeReference<>() {};
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};
    private static final TypeReference<Object> VALUE = new TypeReference<>() {};
    /** Violations of one record that are kept: each is short, but they are told by somebody else. */
    private static final int FEW = 50;

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written as JSON: " + value.getClass(), e);
        }
    }

    static List<FieldChange> changes(String json) {
        return read(json, CHANGES);
    }

    static List<Violation> violations(String json) {
        return json == null ? List.of() : read(json, VIOLATIONS);
    }

    /** The first of them, or null when there are none. */
    static String few(List<Violation> violations) {
        return violations.isEmpty()
                ? null
                : write(violations.stream().limit(FEW).toList());
    }

    /** A list of texts. */
    static List<String> list(String json) {
        return read(json, LIST);
    }

    /** The values of custom fields, or null when there are none. */
    static String custom(SortedMap<CustomField, Object> values) {
        if (values.isEmpty()) {
            return null;
        }
        Map<String, Object> byKey = new LinkedHashMap<>();
        values.forEach((field, value) -> byKey.put(field.key(), value));
        return write(byKey);
    }

    /** Sets the values of custom fields. */
    static void custom(RecordType type, String json, FieldValues.Builder values) {
        if (json != null) {
            read(json, VALUES).forEach((key, value) -> values.set(CustomField.named(type, key), decimal(value)));
        }
    }

    /** Whole numbers are decimals, too. */
    private static Object decimal(Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()) : value;
    }

    static List<DriftField> drift(String json) {
        return json == null ? List.of() : read(json, DRIFT);
    }

    /** A text, a list of texts, a truth value or null. */
    static Object value(String json) {
        return read(json, VALUE);
    }

    static Map<String, Object> values(String json) {
        return read(json, VALUES);
    }

    static Map<String, String> texts(String json) {
        return read(json, TEXTS);
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON column cannot be read", e);
        }
    }
}
