/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.persistence.EntityManager;

import org.kontor.api.custom.Declaration;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.RecordType;
import org.kontor.spi.store.CustomFieldReader;
import org.kontor.spi.text.ValueKeys;

/**
 * Keeps what records are found by in their custom fields. Collects within one set of changes and writes it in sets; not
 * thread-safe.
 */
final class CustomValues {
    private final EntityManager em;
    private final RecordType type;
    private final CustomFieldReader declared;
    private final List<UUID> outdated = new ArrayList<>();
    private final List<BusinessRecord> valued = new ArrayList<>();

    CustomValues(EntityManager em, RecordType type, CustomFieldReader declared) {
        this.em = em;
        this.type = type;
        this.declared = declared;
    }

    /** @param before null at creation */
    void change(BusinessRecord before, BusinessRecord after) {
        Map<CustomField, Object> values = after.values().custom();
        if (before != null) {
            if (before.values().custom().equals(values)) {
                return;
            }
            delete(before);
        }
        if (!values.isEmpty()) {
            valued.add(after);
        }
    }

    void delete(BusinessRecord record) {
        if (!record.values().custom().isEmpty()) {
            outdated.add(record.id());
        }
    }

    void flush() {
        for (List<UUID> chunk : Sets.chunks(outdated)) {
            new Sql("DELETE FROM custom_value WHERE ").in("record_id", chunk).run(em);
        }
        if (valued.isEmpty()) {
            return;
        }
        Map<UUID, Map<String, Declaration>> counting = declared.of(
                type,
                valued.stream().map(record -> record.header().managingAccount()).collect(Collectors.toSet()));
        Batch rows =
                new Batch("INSERT INTO custom_value (record_id, record_type, field_id, value_key) VALUES (?, ?, ?, ?)");
        for (BusinessRecord record : valued) {
            Map<String, Declaration> fields = counting.get(record.header().managingAccount());
            record.values()
                    .custom()
                    .forEach((field, value) -> rows.add(
                            record.id(), type.key(), known(fields, field).id(), ValueKeys.of(value)));
        }
        rows.run(em);
    }

    /** It was there when the rules were checked. */
    private static Declaration known(Map<String, Declaration> fields, CustomField field) {
        Declaration declaration = fields.get(field.key());
        if (declaration == null) {
            throw new KontorException(
                    ErrorCode.DATABASE_REFUSED, "The field " + field.path() + " was deleted meanwhile. Try again.");
        }
        return declaration;
    }
}
