/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.ArrayList;
import java.util.Collection;
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
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordQuery.Archived;
import org.kontor.api.record.RecordType;
import org.kontor.persistence.entity.CrossReferenceEntity;
import org.kontor.persistence.entity.RecordEntity;
import org.kontor.spi.store.RecordList;
import org.kontor.spi.store.RecordReader;
import org.kontor.spi.text.TextKeys;

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
        merged.sort(Order.of(list.sort()).comparator());
        return records(list.type(), merged.subList(0, Math.min(list.limit(), merged.size())));
    }

    @Override
    public boolean hasLocations(RecordType type, UUID id) {
        String column = type == RecordType.CUSTOMER ? "customer_id" : "parent_id";
        return !new Sql("SELECT l.id FROM location l WHERE l." + column + " = ? LIMIT 1", id)
                .rows(em)
                .isEmpty();
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
        Order.Directed order = Order.of(list.sort());
        Sql sql = new Sql(
                "SELECT t.* FROM " + list.type().key() + " t WHERE t.account_id = ? AND t.archived = ?",
                list.scope(),
                archived);
        list.where().forEach((field, value) -> condition(sql, list, field, value));
        for (String word : list.words()) {
            term(sql, list, " AND w.word >= ? AND w.word < ?", word, behind(word));
        }
        order.behind(sql, list.after());
        return sql.add(order.clause() + " LIMIT " + list.limit()).entities(em, RecordMapping.entity(list.type()));
    }

    private static void condition(Sql sql, RecordList list, Field field, Object value) {
        switch (field.filter()) {
            case "country" -> sql.add(" AND t.country_key = ?", value);
            case "tag" -> term(sql, list, " AND w.word = ?", TextKeys.tagTerm((String) value));
            default -> sql.add(" AND t." + field.filter() + (field.target() == null ? "" : "_id") + " = ?", value);
        }
    }

    private static void term(Sql sql, RecordList list, String condition, Object... values) {
        sql.add(
                " AND t.id IN (SELECT w.record_id FROM search_word w WHERE w.account_id = ? AND w.record_type = ?",
                list.scope(),
                list.type().key());
        sql.add(condition, values).add(")");
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
