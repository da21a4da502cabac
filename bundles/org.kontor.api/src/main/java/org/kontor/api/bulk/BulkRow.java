/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.bulk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.kontor.api.error.KontorException;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordKey;
import org.kontor.api.record.RecordType;

/**
 * One row of a bulk: a record, what is to become of it, and with what.
 *
 * <p>The record is found by the key's id; else by its external reference, when that is known; else by its code.
 *
 * @param key which record; empty in a CREATE or UPSERT whose code is to be made. The key's external reference is added to
 *     a record that is created, or that was found by id or code; one that belongs to another record is refused. The key's
 *     code is the code of a record that is created, unless the values have one
 * @param version the version that a change is based on, or null for whatever it is now
 * @param values raw or checked values; absent = unchanged, null = cleared
 * @param references fields that point to other records, by their key (a location's customer and parent); the records may
 *     stand earlier in the same bulk. A field is either here or in {@code values}
 * @param refusal set when the row could not even be read; then this is what becomes of it
 */
public record BulkRow(
        RecordType type,
        BulkAction action,
        RecordKey key,
        Long version,
        FieldValues values,
        Map<Field, RecordKey> references,
        KontorException refusal) {
    public BulkRow {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(values, "values");
        references = inOrder(type, references);
    }

    /** In the order of the type's fields, so that what is told of a row does not depend on chance. */
    private static Map<Field, RecordKey> inOrder(RecordType type, Map<Field, RecordKey> references) {
        Map<Field, RecordKey> ordered = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            RecordKey key = references.get(field);
            if (key != null) {
                ordered.put(field, key);
            }
        }
        if (ordered.size() < references.size()) {
            throw new IllegalArgumentException("not fields of " + type + ", or without a key: " + references.keySet());
        }
        return Collections.unmodifiableMap(ordered);
    }

    /** A row that could not be read. */
    public static BulkRow refused(RecordType type, KontorException refusal) {
        return new BulkRow(type, BulkAction.UPSERT, RecordKey.NONE, null, FieldValues.EMPTY, Map.of(), refusal);
    }
}
