/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;

/**
 * What a column may be taken for: a field, the record's id in the other system, or its archive mark.
 *
 * @param name as people write it; the path of the field, but {@code customer} and {@code parent} for fields that hold a
 *     code in a file; custom fields by {@code custom.} and their key
 * @param field null for the two that are no fields
 */
record Target(String name, Field field) {
    static final Target EXTERNAL_ID = new Target("externalId", null);
    static final Target ARCHIVED = new Target("archived", null);

    private static final Map<String, String> SHORT_NAMES = Map.of("customerId", "customer", "parentId", "parent");

    private static Target of(Field field) {
        return new Target(SHORT_NAMES.getOrDefault(field.path(), field.path()), field);
    }

    static List<Target> of(RecordType type) {
        return Stream.concat(type.fields().stream().map(Target::of), Stream.of(EXTERNAL_ID, ARCHIVED))
                .toList();
    }

    /** @param name as people write it, or the path of the field */
    static Optional<Target> of(RecordType type, String name) {
        return of(type).stream()
                .filter(target -> target.name.equals(name)
                        || target.field != null && target.field.path().equals(name))
                .findFirst()
                .or(() -> CustomField.ofPath(type, name).map(Target::of));
    }
}
