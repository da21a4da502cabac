/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.persistence.EntityManager;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.RecordQuery.Archived;
import org.kontor.api.record.RecordQuery.SortKey;
import org.kontor.api.record.RecordType;
import org.kontor.persistence.entity.CrossReferenceEntity;
import org.kontor.persistence.entity.RecordEntity;
import org.kontor.spi.store.RecordList;
import org.kontor.spi.store.RecordReader;

/** Finds records: by key with one query per {@link Sets#CHUNK}, lists by keyset. */
final class JpaRecordReader implements RecordReader {
    private final EntityManager em;

    JpaRecordReader(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<BusinessRecord> byId(RecordType type, UUID scope, UUID id) {
        return Optional.ofNullable(byIds(type, scope, List.of(id)).get(id));
    }

    @Override
    public Map<UUID, BusinessRecord> byIds(RecordType type, UUID scope, Collection<UUID> ids) {
        return records(type, rowsBy(type, scope, "id", ids)).stream()
                .collect(Collectors.toMap(BusinessRecord::id, record -> record));
    }

    @Override
    public Map<String, BusinessRecord> byCodes(RecordType type, UUID scope, Collection<String> codes) {
        return records(type, rowsBy(type, scope, "code", codes)).stream()
                .collect(Collectors.toMap(BusinessRecord::code, record -> record));
    }

    @Override
    public List<BusinessRecord> list(RecordList list) {
        if (list.archived() != Archived.ANY) {
            return records(list.type(), page(list, list.archived() == Archived.YES));
        }
        // Each side of the archive has its index order; two pages merged cost two pages, not a sort of everything.
        List<RecordEntity> merged = new ArrayList<>(page(list, false));
        merged.addAll(page(list, true));
        merged.sort(order(list));
        return records(list.type(), merged.subList(0, Math.min(list.limit(), merged.size())));
    }

    @Override
    public Set<UUID> childrenOf(UUID scope, Collection<UUID> locations) {
        Set<UUID> children = new HashSet<>();
        for (List<UUID> chunk : Sets.chunks(locations)) {
            new Sql("SELECT id FROM location WHERE account_id = ? AND ", scope)
                    .in("parent_id", chunk)
                    .rows(em)
                    .forEach(id -> children.add((UUID) id));
        }
        return children;
    }

    private <T> List<RecordEntity> rowsBy(RecordType type, UUID scope, String column, Collection<T> keys) {
        List<RecordEntity> rows = new ArrayList<>();
        for (List<T> chunk : Sets.chunks(new HashSet<>(keys))) {
            rows.addAll(new Sql("SELECT t.* FROM " + type.key() + " t WHERE t.account_id = ? AND ", scope)
                    .in("t." + column, chunk)
                    .entities(em, RecordMapping.entity(type)));
        }
        return rows;
    }

    private List<? extends RecordEntity> page(RecordList list, boolean archived) {
        String column = column(list.sort().key());
        String direction = list.sort().descending() ? " DESC" : "";
        Sql sql = new Sql(
                "SELECT t.* FROM " + list.type().key() + " t WHERE t.account_id = ? AND t.archived = ?",
                list.scope(),
                archived);
        if (list.country() != null) {
            sql.add(" AND t.address_country = ?", list.country());
        }
        if (list.customer() != null) {
            sql.add(" AND t.customer_id = ?", list.customer());
        }
        for (String word : list.words()) {
            sql.add(
                    " AND t.id IN (SELECT w.record_id FROM search_word w WHERE w.account_id = ? AND w.record_type = ?"
                            + " AND w.word >= ? AND w.word < ?)",
                    list.scope(),
                    list.type().key(),
                    word,
                    behind(word));
        }
        if (list.after() != null) {
            sql.add(
                    " AND (t." + column + ", t.id) " + (list.sort().descending() ? "<" : ">") + " (?, ?)",
                    key(list.sort().key(), list.after().key()),
                    list.after().id());
        }
        return sql.add(" ORDER BY t." + column + direction + ", t.id" + direction + " LIMIT " + list.limit())
                .entities(em, RecordMapping.entity(list.type()));
    }

    private static Comparator<RecordEntity> order(RecordList list) {
        Comparator<RecordEntity> byKey =
                switch (list.sort().key()) {
                    case NAME -> Comparator.comparing(row -> row.nameKey);
                    case CODE -> Comparator.comparing(row -> row.code);
                    case CHANGED -> Comparator.comparing(row -> row.changedAt);
                };
        Comparator<RecordEntity> order = byKey.thenComparing(row -> row.id.toString());
        return list.sort().descending() ? order.reversed() : order;
    }

    private static String column(SortKey key) {
        return switch (key) {
            case NAME -> "name_key";
            case CODE -> "code";
            case CHANGED -> "changed_at";
        };
    }

    private static Object key(SortKey key, String text) {
        return key == SortKey.CHANGED ? Timestamp.from(Instant.parse(text)) : text;
    }

    /** The least word that sorts behind all words with this beginning. */
    private static String behind(String beginning) {
        int last = beginning.codePointBefore(beginning.length());
        int next = last == 0xD7FF ? 0xE000 : last + 1;
        return beginning.substring(0, beginning.length() - Character.charCount(last)) + Character.toString(next);
    }

    private List<BusinessRecord> records(RecordType type, List<? extends RecordEntity> rows) {
        Map<UUID, List<CrossReference>> references = new HashMap<>();
        for (List<UUID> chunk : Sets.chunks(rows.stream().map(row -> row.id).toList())) {
            new Sql("SELECT x.* FROM cross_reference x WHERE ")
                    .in("x.record_id", chunk)
                    .add(" ORDER BY x.connection, x.external_id")
                    .entities(em, CrossReferenceEntity.class)
                    .forEach(row -> references
                            .computeIfAbsent(row.recordId, id -> new ArrayList<>())
                            .add(new CrossReference(row.connection, row.externalId)));
        }
        return rows.stream()
                .map(row -> RecordMapping.toRecord(type, row, references.getOrDefault(row.id, List.of())))
                .toList();
    }
}
