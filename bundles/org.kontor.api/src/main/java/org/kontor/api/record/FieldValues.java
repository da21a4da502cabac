/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.record;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Values of fields of one record type, in the order of the fields. A field that is not here is <em>absent</em> (in a
 * change: unchanged); a field that is here with null is <em>cleared</em>. Immutable.
 */
public final class FieldValues {
    private static final Comparator<Field> ORDER = Comparator.comparingInt(Field::ordinal);
    public static final FieldValues EMPTY = new Builder().build();

    private final TreeMap<Field, Object> values;

    private FieldValues(TreeMap<Field, Object> values) {
        this.values = values;
    }

    public boolean has(Field field) {
        return values.containsKey(field);
    }

    /** The value, or null when absent or cleared. */
    public Object get(Field field) {
        return values.get(field);
    }

    public String text(Field field) {
        return (String) values.get(field);
    }

    @SuppressWarnings("unchecked") // by ValueType, lists hold strings
    public List<String> list(Field field) {
        List<String> list = (List<String>) values.get(field);
        return list == null ? List.of() : list;
    }

    public BigDecimal decimal(Field field) {
        return (BigDecimal) values.get(field);
    }

    public UUID reference(Field field) {
        return (UUID) values.get(field);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public int size() {
        return values.size();
    }

    public Iterable<Field> fields() {
        return java.util.Collections.unmodifiableSet(values.navigableKeySet());
    }

    public void forEach(BiConsumer<Field, Object> action) {
        values.forEach(action);
    }

    /** These values with the changes laid over them; cleared fields disappear. */
    public FieldValues with(FieldValues changes) {
        TreeMap<Field, Object> merged = new TreeMap<>(values);
        changes.values.forEach((field, value) -> {
            if (value == null) {
                merged.remove(field);
            } else {
                merged.put(field, value);
            }
        });
        return new FieldValues(merged);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Field names only: values may be personal and must not reach a log by accident. */
    @Override
    public String toString() {
        return values.keySet().stream().map(Field::path).toList().toString();
    }

    public static Builder builder() {
        return new Builder();
    }

    public static FieldValues of(Map<? extends Field, ?> values) {
        Builder builder = new Builder();
        values.forEach(builder::set);
        return builder.build();
    }

    /** Not thread-safe. */
    public static final class Builder {
        private TreeMap<Field, Object> values = new TreeMap<>(ORDER);

        /** @param value of the class that {@link ValueType#javaType()} names when checked, a raw value before; or null */
        public Builder set(Field field, Object value) {
            values.put(field, value instanceof List<?> list ? List.copyOf(list) : value);
            return this;
        }

        public FieldValues build() {
            FieldValues built = new FieldValues(values);
            values = new TreeMap<>(values);
            return built;
        }
    }
}
