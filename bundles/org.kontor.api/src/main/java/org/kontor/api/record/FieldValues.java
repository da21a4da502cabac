/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.record;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Values of fields of one record type, in the order of the fields. A field that is not here is <em>absent</em> (in a
 * change: unchanged); a field that is here with null is <em>cleared</em>. Immutable.
 */
public final class FieldValues {
    public static final FieldValues EMPTY = new Builder().build();

    /** By {@link Field#ordinal()}; null where the field is absent. As long as the highest field that is here needs. */
    private final Field[] fields;
    /** Beside {@link #fields}. */
    private final Object[] values;
    /** What accounts have declared beside the fields of Kontor, by key; cleared ones with null. */
    private final SortedMap<CustomField, Object> custom;

    private FieldValues(Field[] fields, Object[] values, SortedMap<CustomField, Object> custom) {
        this.fields = fields;
        this.values = values;
        this.custom = custom;
    }

    public boolean has(Field field) {
        if (field instanceof CustomField) {
            return custom.containsKey(field);
        }
        int at = field.ordinal();
        return at < fields.length && fields[at] == field;
    }

    /** The value, or null when absent or cleared. */
    public Object get(Field field) {
        if (field instanceof CustomField) {
            return custom.get(field);
        }
        return has(field) ? values[field.ordinal()] : null;
    }

    public String text(Field field) {
        return (String) get(field);
    }

    @SuppressWarnings("unchecked") // by ValueType, lists hold strings
    public List<String> list(Field field) {
        List<String> list = (List<String>) get(field);
        return list == null ? List.of() : list;
    }

    public BigDecimal decimal(Field field) {
        return (BigDecimal) get(field);
    }

    /** Whether it says yes. */
    public boolean flag(Field field) {
        return Boolean.TRUE.equals(get(field));
    }

    public UUID reference(Field field) {
        return (UUID) get(field);
    }

    public boolean isEmpty() {
        return fields.length == 0 && custom.isEmpty();
    }

    public int size() {
        return present().size();
    }

    public Iterable<Field> fields() {
        return present();
    }

    private List<Field> present() {
        Stream<Field> own = Arrays.stream(fields).filter(Objects::nonNull);
        return (custom.isEmpty() ? own : Stream.concat(own, custom.keySet().stream())).toList();
    }

    /** The values of fields that accounts have declared, by their keys and in the order of these; those that are cleared with null. */
    public SortedMap<CustomField, Object> custom() {
        return custom;
    }

    public void forEach(BiConsumer<Field, Object> action) {
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] != null) {
                action.accept(fields[i], values[i]);
            }
        }
        custom.forEach(action);
    }

    /** These values with the changes laid over them; cleared fields disappear. */
    public FieldValues with(FieldValues changes) {
        Builder merged = new Builder();
        forEach((field, value) -> {
            if (!changes.has(field)) {
                merged.set(field, value);
            }
        });
        changes.forEach((field, value) -> {
            if (value != null) {
                merged.set(field, value);
            }
        });
        return merged.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldValues that
                && Arrays.equals(fields, that.fields)
                && Arrays.equals(values, that.values)
                && custom.equals(that.custom);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + custom.hashCode();
    }

    /** Field names only: values may be personal and must not reach a log by accident. */
    @Override
    public String toString() {
        return present().stream().map(Field::path).toList().toString();
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
        private Field[] fields = new Field[0];
        private Object[] values = new Object[0];
        /** Null as long as there are none: most records have none. */
        private TreeMap<CustomField, Object> custom;

        /** @param value of the class that {@link ValueType#javaType()} names when checked, a raw value before; or null */
        public Builder set(Field field, Object value) {
            if (field instanceof CustomField named) {
                custom = custom == null ? new TreeMap<>() : custom;
                custom.put(named, value);
                return this;
            }
            int at = field.ordinal();
            if (at >= fields.length) {
                fields = Arrays.copyOf(fields, Math.max(at + 1, 2 * fields.length));
                values = Arrays.copyOf(values, fields.length);
            }
            fields[at] = field;
            values[at] = value instanceof List<?> list ? List.copyOf(list) : value;
            return this;
        }

        public FieldValues build() {
            int length = fields.length;
            while (length > 0 && fields[length - 1] == null) {
                length--;
            }
            return new FieldValues(
                    Arrays.copyOf(fields, length),
                    Arrays.copyOf(values, length),
                    custom == null
                            ? Collections.emptySortedMap()
                            : Collections.unmodifiableSortedMap(new TreeMap<>(custom)));
        }
    }
}
