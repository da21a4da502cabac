/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.record;

import java.util.Arrays;
import java.util.List;

/**
 * What a field is; see {@link Field} for the meaning of each part. Immutable.
 */
public record FieldSpec(
        String path,
        ValueType valueType,
        int maxLength,
        boolean required,
        List<String> choices,
        RecordType target,
        String description,
        String filter) {
    public FieldSpec {
        choices = List.copyOf(choices);
    }

    /** A field that may be empty. */
    public static FieldSpec optional(String path, ValueType valueType, int maxLength, String description) {
        return new FieldSpec(path, valueType, maxLength, false, List.of(), null, description, null);
    }

    /** A field that no record is without. */
    public static FieldSpec required(String path, ValueType valueType, int maxLength, String description) {
        return new FieldSpec(path, valueType, maxLength, true, List.of(), null, description, null);
    }

    /** A field that holds the name of one of the constants. */
    public static FieldSpec choice(String path, String description, Enum<?>... choices) {
        List<String> names = Arrays.stream(choices).map(Enum::name).toList();
        return new FieldSpec(path, ValueType.CHOICE, 20, false, names, null, description, null);
    }

    /** A field that says yes or no. */
    public static FieldSpec flag(String path, String description) {
        return optional(path, ValueType.FLAG, 5, description);
    }

    /** A field that points to another record. */
    public static FieldSpec reference(String path, RecordType target, boolean required, String description) {
        return new FieldSpec(path, ValueType.REFERENCE, 36, required, List.of(), target, description, null);
    }

    /** The same field, which no record is without. */
    public FieldSpec mandatory() {
        return new FieldSpec(path, valueType, maxLength, true, choices, target, description, filter);
    }

    /** The same field, by which lists can be filtered under the given name. */
    public FieldSpec filteredAs(String name) {
        return new FieldSpec(path, valueType, maxLength, required, choices, target, description, name);
    }
}
