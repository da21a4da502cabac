/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.bulk;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.RecordKey;
import org.kontor.api.record.RecordType;
import org.kontor.spi.store.ReadTransaction;

/**
 * The records that the rows of a call name: read once in sets, then kept as the call itself changes them. What others
 * change meanwhile is met by the store's own guards. Not thread-safe.
 */
final class Known {
    private final UUID scope;
    private final ReadTransaction transaction;
    private final Map<RecordType, Table> tables = new EnumMap<>(RecordType.class);

    private static final class Table {
        final Map<UUID, BusinessRecord> byId = new HashMap<>();
        final Map<String, BusinessRecord> byCode = new HashMap<>();
        final Map<CrossReference, UUID> links = new HashMap<>();
    }

    Known(UUID scope, ReadTransaction transaction) {
        this.scope = scope;
        this.transaction = transaction;
        for (RecordType type : RecordType.SYNCHRONISED) {
            tables.put(type, new Table());
        }
    }

    /** Reads all records that the entries name: a fixed number of queries per five hundred of them, and per connection. */
    void load(List<Entry> entries) {
        for (RecordType type : RecordType.SYNCHRONISED) {
            Set<UUID> ids = new HashSet<>();
            Set<String> codes = new HashSet<>();
            Map<String, Set<String>> externalIds = new HashMap<>();
            for (Entry entry : entries) {
                for (RecordKey key : entry.sought(type)) {
                    add(ids, key.id());
                    add(codes, key.code());
                    CrossReference reference = key.reference();
                    if (reference != null) {
                        externalIds
                                .computeIfAbsent(reference.connection(), name -> new HashSet<>())
                                .add(reference.externalId());
                    }
                }
            }
            Table table = tables.get(type);
            externalIds.forEach((connection, wanted) -> transaction
                    .sync()
                    .links(connection, type, wanted)
                    .forEach((externalId, link) ->
                            table.links.put(new CrossReference(connection, externalId), link.recordId())));
            ids.addAll(table.links.values());
            if (!ids.isEmpty()) {
                transaction.records().byIds(type, scope, ids).values().forEach(this::put);
            }
            codes.removeAll(table.byCode.keySet());
            if (!codes.isEmpty()) {
                transaction.records().byCodes(type, scope, codes).values().forEach(this::put);
            }
        }
    }

    private static <T> void add(Collection<T> all, T one) {
        if (one != null) {
            all.add(one);
        }
    }

    /** A record as it is now. */
    void put(BusinessRecord record) {
        Table table = tables.get(record.type());
        BusinessRecord before = table.byId.put(record.id(), record);
        if (before != null && !before.code().equals(record.code())) {
            table.byCode.remove(before.code(), before);
        }
        table.byCode.put(record.code(), record);
        record.crossReferences().forEach(reference -> table.links.put(reference, record.id()));
    }

    BusinessRecord byId(RecordType type, UUID id) {
        return id == null ? null : tables.get(type).byId.get(id);
    }

    BusinessRecord byCode(RecordType type, String code) {
        return code == null ? null : tables.get(type).byCode.get(code);
    }

    /** The id of the record that the reference belongs to, also of one that the caller does not see; or null. */
    UUID linked(RecordType type, CrossReference reference) {
        return reference == null ? null : tables.get(type).links.get(reference);
    }

    /** The id of what a key names: the first thing given in the key decides; whether there is such an id is not looked at. */
    UUID named(RecordType type, RecordKey key) {
        if (key.id() != null) {
            return key.id();
        }
        BusinessRecord found =
                key.reference() != null ? byId(type, linked(type, key.reference())) : byCode(type, key.code());
        return found == null ? null : found.id();
    }

    /** What a row is about: by its id, else by its external reference, else by its code. */
    BusinessRecord matched(RecordType type, RecordKey key) {
        if (key.id() != null) {
            return byId(type, key.id());
        }
        UUID linked = linked(type, key.reference());
        return linked != null ? byId(type, linked) : byCode(type, key.code());
    }
}
