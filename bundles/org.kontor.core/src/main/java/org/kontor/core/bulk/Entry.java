/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.bulk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.kontor.api.bulk.BulkAction;
import org.kontor.api.bulk.BulkRow;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordKey;
import org.kontor.api.record.RecordType;
import org.kontor.core.rules.FieldRules;
import org.kontor.spi.record.ExternalIds;

/**
 * A row whose keys are well-formed, at its place in the call. Codes are as they would be stored; values are not checked.
 */
record Entry(
        int place,
        RecordType type,
        BulkAction action,
        RecordKey key,
        Long version,
        FieldValues values,
        Map<Field, RecordKey> references) {

    /**
     * @param forOperator whether the call is for the operator's account
     * @throws KontorException when the row cannot be taken as it is
     */
    static Entry of(int place, BulkRow row, boolean forOperator) {
        if (row.refusal() != null) {
            throw row.refusal();
        }
        RecordType type = row.type();
        RecordKey key = key("", type, row.key(), forOperator);
        if (row.action() == BulkAction.CREATE && key.id() != null) {
            throw KontorException.invalid(
                    "id",
                    "read_only",
                    "A new record gets its id from Kontor; leave it out.",
                    key.id().toString());
        }
        if (row.action() == BulkAction.CREATE && row.version() != null) {
            throw KontorException.invalid(
                    "version",
                    "read_only",
                    "A new record has no version; leave it out.",
                    row.version().toString());
        }
        Map<Field, RecordKey> references = new LinkedHashMap<>();
        row.references().forEach((field, reference) -> {
            if (reference.isEmpty()) {
                throw KontorException.invalid(
                        field.path(), "required", "Must name a record by id, reference or code.", null);
            }
            references.put(field, key(field.path() + ".", field.target(), reference, forOperator));
        });
        return new Entry(
                place, type, row.action(), key, row.version(), row.values(), Collections.unmodifiableMap(references));
    }

    /**
     * Connections are the installation's: who named an id of theirs for a partner's record would get what stands behind it there, and
     * have it deleted with the record.
     */
    private static RecordKey key(String prefix, RecordType type, RecordKey raw, boolean forOperator) {
        if (raw.reference() != null) {
            ExternalIds.check(prefix + "reference", raw.reference());
            if (!forOperator) {
                throw KontorException.invalid(
                        prefix + "reference",
                        "operators_only",
                        "Connections are the installation's: only a call for the operator's account names their ids. Use the"
                                + " code.",
                        raw.reference().externalId());
            }
        }
        return new RecordKey(raw.id(), raw.reference(), code(prefix, type, raw.code()));
    }

    private static String code(String prefix, RecordType type, String raw) {
        List<Violation> violations = new ArrayList<>();
        String code = (String) FieldRules.check(type.codeField(), raw, violations);
        if (!violations.isEmpty()) {
            Violation told = violations.get(0);
            throw KontorException.invalid(prefix + told.field(), told.rule(), told.message(), told.value());
        }
        return code;
    }

    /** The code that the record shall have, as far as it can be told before the values are checked; or null. */
    String newCode() {
        return values.get(type.codeField()) instanceof String text
                ? (String) FieldRules.check(type.codeField(), text, new ArrayList<>())
                : null;
    }

    /** The id that stands among the raw values of a field, or null. */
    UUID rawId(Field field) {
        return (UUID) FieldRules.check(field, values.get(field), new ArrayList<>());
    }

    /** Whether the row says anything about a field that points to another record. */
    boolean tells(Field field) {
        return values.has(field) || references.containsKey(field);
    }

    /** The keys of a type by which records must be looked for: its own, and those that point to others not by id. */
    Collection<RecordKey> sought(RecordType named) {
        List<RecordKey> keys = new ArrayList<>();
        if (named == type) {
            keys.add(key);
        }
        references.forEach((field, reference) -> {
            if (field.target() == named && reference.id() == null) {
                keys.add(reference);
            }
        });
        return keys;
    }

    CrossReference reference() {
        return key.reference();
    }
}
