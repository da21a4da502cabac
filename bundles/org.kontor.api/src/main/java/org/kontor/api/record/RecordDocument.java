/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A record as a map, in the names that REST's JSON uses, so that whatever writes maps as JSON writes the same, but for empty
 * lists. Values are texts, decimals, booleans, whole numbers, lists and maps; what is empty is left out. Stateless.
 */
public final class RecordDocument {
    private RecordDocument() {}

    /** A map of the caller's own, in the order of the fields; {@code city} stands inside {@code address}. */
    public static Map<String, Object> of(BusinessRecord record) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", record.id().toString());
        for (Field field : record.values().fields()) {
            Object value = record.values().get(field);
            if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                place(document, field.path(), value instanceof UUID id ? id.toString() : value);
            }
        }
        if (!record.crossReferences().isEmpty()) {
            document.put(
                    "crossReferences",
                    record.crossReferences().stream()
                            .map(RecordDocument::reference)
                            .toList());
        }
        if (record.type() == RecordType.ACCOUNT) {
            document.put("managingAccount", record.header().managingAccount().toString());
        }
        document.put("archived", record.archived());
        document.put("version", record.version());
        document.put("created", stamp(record.header().created()));
        document.put("changed", stamp(record.header().changed()));
        return document;
    }

    private static Map<String, Object> reference(CrossReference reference) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("connection", reference.connection());
        document.put("externalId", reference.externalId());
        return document;
    }

    private static Map<String, Object> stamp(Stamp stamp) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("at", stamp.at().toString());
        document.put("by", stamp.by());
        document.put("through", stamp.through());
        return document;
    }

    @SuppressWarnings("unchecked") // made here
    private static void place(Map<String, Object> document, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            document.put(path, value);
        } else {
            Map<String, Object> part = (Map<String, Object>)
                    document.computeIfAbsent(path.substring(0, dot), name -> new LinkedHashMap<String, Object>());
            place(part, path.substring(dot + 1), value);
        }
    }
}
