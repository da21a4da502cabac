/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.error.KontorException;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.SourceRecord;
import org.kontor.spi.record.ExternalIds;
import org.kontor.spi.store.ReadTransaction;

/** Which of our records the external ids of references stand for; looked up in sets. Immutable. */
final class References {
    private final Map<Field, Map<String, UUID>> found;

    private References(Map<Field, Map<String, UUID>> found) {
        this.found = found;
    }

    /** @param byCode whether an id that stands for nothing may be a code of ours */
    static References of(
            ReadTransaction transaction, UUID scope, String connection, List<SourceRecord> told, boolean byCode) {
        Map<Field, Set<String>> wanted = new HashMap<>();
        for (SourceRecord record : told) {
            record.references().forEach((field, externalId) -> {
                if (externalId != null && ExternalIds.isStorable(externalId)) {
                    wanted.computeIfAbsent(field, key -> new HashSet<>()).add(externalId);
                }
            });
        }
        Map<Field, Map<String, UUID>> found = new HashMap<>();
        wanted.forEach((field, ids) -> {
            Map<String, UUID> ours = linked(transaction, connection, field.target(), ids);
            Set<String> left = new HashSet<>(ids);
            left.removeAll(ours.keySet());
            if (byCode && !left.isEmpty()) {
                transaction
                        .records()
                        .byCodes(field.target(), scope, left)
                        .forEach((code, record) -> ours.put(code, record.id()));
            }
            found.put(field, ours);
        });
        return new References(found);
    }

    private static Map<String, UUID> linked(
            ReadTransaction transaction, String connection, RecordType target, Set<String> externalIds) {
        Map<String, UUID> found = new HashMap<>();
        transaction
                .sync()
                .links(connection, target, externalIds)
                .forEach((externalId, link) -> found.put(externalId, link.recordId()));
        return found;
    }

    /**
     * The values of the record, references as ids of ours.
     *
     * @param base references that are told as there are not looked up: nothing new is told of them
     * @throws KontorException {@code unknown_reference}
     */
    FieldValues values(SourceRecord record, Snapshot base) {
        FieldValues.Builder values = FieldValues.builder();
        record.values().forEach(values::set);
        record.references().forEach((field, externalId) -> {
            if (externalId == null) {
                values.set(field, null);
            } else if (!base.get(field.path()).asText().equals(externalId)) {
                values.set(field, resolve(field, externalId));
            }
        });
        return values.build();
    }

    private UUID resolve(Field field, String externalId) {
        UUID id = found.getOrDefault(field, Map.of()).get(externalId);
        if (id == null) {
            throw KontorException.invalid(
                    field.path(),
                    "unknown_reference",
                    "There is no " + field.target().key() + " '" + externalId + "'; it was refused, or not read yet.",
                    externalId);
        }
        return id;
    }
}
