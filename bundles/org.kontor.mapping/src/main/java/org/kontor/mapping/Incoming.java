/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.ValueType;
import org.kontor.api.sync.SourceRecord;
import org.kontor.mapping.Rules.In;
import org.kontor.mapping.Rules.Let;
import org.kontor.mapping.Rules.Source;
import org.kontor.mapping.expression.ExpressionException;
import org.kontor.mapping.expression.Json;
import org.kontor.mapping.expression.Scope;

/** A payload on its way in. For one thread and one payload. */
final class Incoming {
    private static final int MAX_ID = 200;
    private static final String ID = "externalId";

    /** Hears what came of each field of each record; for trying a mapping. */
    interface Listener {
        void record(int number);

        void field(Field field, Object value, Violation violation);
    }

    private final Mapping mapping;
    private final JsonNode payload;
    private final Lookups lookups;
    private final Listener listener;

    /** @param listener or null */
    Incoming(Mapping mapping, JsonNode payload, Lookups lookups, Listener listener) {
        this.mapping = mapping;
        this.payload = payload;
        this.lookups = lookups;
        this.listener = listener;
    }

    static SourceRecord one(Mapping mapping, JsonNode payload, Lookups lookups) {
        List<SourceRecord> records = new Incoming(mapping, payload, lookups, null).all();
        return records.size() == 1
                ? records.get(0)
                : refused(
                        "",
                        new Violation(
                                "",
                                "several_records",
                                "The payload holds " + records.size() + " records, not one.",
                                null));
    }

    List<SourceRecord> all() {
        try {
            Object whole = Json.of(payload);
            if (mapping.each == null) {
                return List.of(record(whole, whole, 0));
            }
            Scope scope = Asking.scope(lookups);
            scope.name("payload", whole);
            Object rows = mapping.each.expression().evaluate(whole, scope);
            List<?> list = rows == null ? List.of() : rows instanceof List<?> several ? several : List.of(rows);
            if (list.size() > Mapping.MAX_RECORDS) {
                throw new ExpressionException(
                        "too_large", "More than " + Mapping.MAX_RECORDS + " records in one payload.", -1, null);
            }
            List<SourceRecord> records = new ArrayList<>(list.size());
            for (Object row : list) {
                records.add(record(row, whole, records.size()));
            }
            return records;
        } catch (ExpressionException e) {
            return List.of(refused("", violation("", e)));
        }
    }

    private SourceRecord record(Object row, Object whole, int number) {
        if (listener != null) {
            listener.record(number);
        }
        Scope scope = Asking.scope(lookups);
        scope.name("payload", whole);
        List<Violation> violations = new ArrayList<>();
        String id = "";
        try {
            id = id(row, scope);
        } catch (ExpressionException e) {
            violations.add(violation(ID, e));
        }
        try {
            for (Let let : mapping.lets) {
                scope.name(let.name(), let.value().expression().evaluate(row, scope));
            }
        } catch (ExpressionException e) {
            return refused(id, violation("let", e));
        }
        FieldValues.Builder values = FieldValues.builder();
        Map<Field, String> references = new HashMap<>();
        for (In rule : mapping.ins) {
            if (rule.value() != null) {
                Violation violation = field(rule, row, scope, values, references);
                if (violation != null) {
                    violations.add(violation);
                }
            }
        }
        Boolean archived = null;
        try {
            archived = truth(mapping.archived, row, scope);
        } catch (ExpressionException e) {
            violations.add(violation("archived", e));
        }
        return violations.isEmpty()
                ? new SourceRecord(id, values.build(), references, archived, null)
                : new SourceRecord(id, values.build(), references, archived, KontorException.invalid(violations));
    }

    private String id(Object row, Scope scope) {
        Object given = mapping.id.expression().evaluate(row, scope);
        String id = Json.text(given);
        if (id == null) {
            throw new ExpressionException("required", "The record has no id there.", -1, null);
        }
        if (id.length() > MAX_ID) {
            throw new ExpressionException("too_long", "Longer than " + MAX_ID + " characters.", -1, id);
        }
        return id;
    }

    private Violation field(
            In rule, Object row, Scope scope, FieldValues.Builder values, Map<Field, String> references) {
        Field field = rule.field();
        Object value = null;
        Violation violation = null;
        try {
            if (rule.when() != null && !Boolean.TRUE.equals(truth(rule.when(), row, scope))) {
                return null;
            }
            value = raw(rule, rule.value().expression().evaluate(row, scope));
            if (field.valueType() == ValueType.REFERENCE) {
                references.put(field, (String) value);
            } else {
                values.set(field, value);
            }
        } catch (ExpressionException e) {
            violation = violation(field.path(), e);
        }
        if (listener != null) {
            listener.field(field, value, violation);
        }
        return violation;
    }

    /** As raw values are: a text, a list of texts, or null. */
    private static Object raw(In rule, Object given) {
        ValueType type = rule.field().valueType();
        if (type == ValueType.LINES || type == ValueType.TAGS) {
            List<?> list = given == null ? List.of() : given instanceof List<?> several ? several : List.of(given);
            List<String> texts = new ArrayList<>(list.size());
            for (Object one : list) {
                String text = text(one);
                if (text != null) {
                    (type == ValueType.LINES ? text.lines() : java.util.stream.Stream.of(text))
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .map(line -> translate(rule, line))
                            .forEach(texts::add);
                }
            }
            return texts.isEmpty() ? null : texts;
        }
        String text = text(given);
        return text == null ? null : translate(rule, text);
    }

    private static String text(Object given) {
        Object value = given instanceof List<?> list && list.size() == 1 ? list.get(0) : given;
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return Json.text(value);
        }
        String what = value instanceof List ? "a list" : value instanceof Map ? "an object" : "no value";
        throw new ExpressionException("wrong_type", "Is " + what + ", where one text is needed.", -1, null);
    }

    private static String translate(In rule, String text) {
        if (rule.table() == null) {
            return text;
        }
        String ours = rule.table().toOurs().get(text);
        if (ours == null && !rule.table().hasOtherwise()) {
            throw new ExpressionException("value_unknown", "The values of the mapping do not name it.", -1, text);
        }
        return ours == null ? rule.table().otherwise() : ours;
    }

    static Boolean truth(Source source, Object input, Scope scope) {
        if (source == null) {
            return null;
        }
        Object given = source.expression().evaluate(input, scope);
        if (given == null || given instanceof Boolean) {
            return Boolean.TRUE.equals(given);
        }
        throw new ExpressionException(
                "wrong_type", "The condition gives no truth value: compare, or use $boolean.", -1, Json.text(given));
    }

    static Violation violation(String field, ExpressionException e) {
        return new Violation(field, e.rule(), e.getMessage(), e.value());
    }

    private static SourceRecord refused(String id, Violation violation) {
        return SourceRecord.refused(id, KontorException.invalid(List.of(violation)));
    }
}
