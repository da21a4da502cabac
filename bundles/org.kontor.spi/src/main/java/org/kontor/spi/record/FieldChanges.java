/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.kontor.api.audit.FieldChange;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;

/** What differs between two states of a record, as people read it. Stateless. */
public final class FieldChanges {
    private FieldChanges() {}

    /**
     * @param before null for a record that is new
     * @param after null for one that is gone; not both
     * @param json writes a list as a JSON array
     */
    public static List<FieldChange> between(
            BusinessRecord before, BusinessRecord after, Function<List<?>, String> json) {
        List<FieldChange> changes = new ArrayList<>();
        RecordType type = (after == null ? before : after).type();
        for (Field field : type.fields()) {
            add(changes, field.path(), text(before, field, json), text(after, field, json));
        }
        for (Field field : custom(before, after)) {
            add(changes, field.path(), text(before, field, json), text(after, field, json));
        }
        add(changes, "archived", archived(before, false), archived(after, before == null));
        if (before != null && after != null) {
            add(changes, "managingAccount", managing(before), managing(after));
        }
        add(changes, "crossReferences", references(before), references(after));
        return changes;
    }

    private static Set<CustomField> custom(BusinessRecord before, BusinessRecord after) {
        Set<CustomField> fields = new TreeSet<>();
        for (BusinessRecord record : Arrays.asList(before, after)) {
            if (record != null) {
                fields.addAll(record.values().custom().keySet());
            }
        }
        return fields;
    }

    private static String managing(BusinessRecord record) {
        return record.header().managingAccount().toString();
    }

    private static void add(List<FieldChange> changes, String field, String before, String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(field, before, after));
        }
    }

    /** @param fresh whether "not archived" goes without saying */
    private static String archived(BusinessRecord record, boolean fresh) {
        return record == null || fresh && !record.archived() ? null : String.valueOf(record.archived());
    }

    private static String references(BusinessRecord record) {
        return record == null || record.crossReferences().isEmpty()
                ? null
                : record.crossReferences().stream()
                        .map(reference -> reference.connection() + ":" + reference.externalId())
                        .collect(Collectors.joining(", "));
    }

    private static String text(BusinessRecord record, Field field, Function<List<?>, String> json) {
        Object value = record == null ? null : record.values().get(field);
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : json.apply(list);
        }
        return value == null ? null : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
