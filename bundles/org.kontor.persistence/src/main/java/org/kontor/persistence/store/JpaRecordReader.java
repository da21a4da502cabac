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
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.persistence.EntityManager;

import org.kontor.api.location.LocationField;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordQuery.Archived;
import org.kontor.api.record.RecordQuery.Match;
import org.kontor.api.record.RecordQuery.SortKey;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.MatchKey;
import org.kontor.spi.store.RecordList;
import org.kontor.spi.store.RecordReader;
import org.kontor.spi.text.MatchKeys;

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
        return recordsBy(type, scope, "id", ids).stream()
                .collect(Collectors.toMap(BusinessRecord::id, record -> record));
    }

    @Override
    public Map<String, BusinessRecord> byCodes(RecordType type, UUID scope, Collection<String> codes) {
        return recordsBy(type, scope, "code", codes).stream()
                .collect(Collectors.toMap(BusinessRecord::code, record -> record));
    }

    @Override
    public Map<String, List<BusinessRecord>> byKey(
            RecordType type, UUID scope, MatchKey key, Collection<String> values) {
        String column = RecordTable.column(key);
        Map<String, List<BusinessRecord>> found = new HashMap<>();
        for (List<String> chunk : Sets.chunks(new HashSet<>(values))) {
            // the first of each key: a domain may have thousands
            Sql sql = new Sql(
                            "SELECT " + RecordTable.of(type).selected()
                                    + " FROM (SELECT t.*, ROW_NUMBER() OVER (PARTITION BY t."
                                    + column + " ORDER BY t.id) AS place FROM " + type.key()
                                    + " t WHERE t.account_id = ? AND ",
                            scope)
                    .in("t." + column, chunk)
                    .add(") t WHERE t.place <= " + MAX_ALIKE);
            RecordRows.read(em, type, sql).forEach(record -> found.computeIfAbsent(
                            MatchKeys.of(key, type, record.values()), value -> new ArrayList<>())
                    .add(record));
        }
        return found;
    }

    @Override
    public List<BusinessRecord> list(RecordList list) {
        Function<Boolean, List<BusinessRecord>> page = pages(list, terms(list));
        if (list.archived() != Archived.ANY) {
            return page.apply(list.archived() == Archived.YES);
        }
        // Each side of the archive has its index order; two pages merged cost two pages, not a sort of everything.
        List<BusinessRecord> merged = new ArrayList<>(page.apply(false));
        merged.addAll(page.apply(true));
        merged.sort(Order.of(list.sort()).comparator());
        return merged.subList(0, Math.min(list.limit(), merged.size()));
    }

    @Override
    public boolean hasLocations(RecordType type, UUID id) {
        String column = type == RecordType.CUSTOMER ? "customer_id" : "parent_id";
        return !new Sql("SELECT l.id FROM location l WHERE l." + column + " = ? LIMIT 1", id)
                .read(em, row -> row.getObject(1))
                .isEmpty();
    }

    @Override
    public Set<UUID> childrenOf(UUID scope, Collection<UUID> locations) {
        Set<UUID> children = new HashSet<>();
        for (List<UUID> chunk : Sets.chunks(locations)) {
            new Sql("SELECT id FROM location WHERE account_id = ? AND ", scope)
                    .in("parent_id", chunk)
                    .read(em, row -> row.getObject(1, UUID.class))
                    .forEach(children::add);
        }
        return children;
    }

    private <T> List<BusinessRecord> recordsBy(RecordType type, UUID scope, String column, Collection<T> keys) {
        List<BusinessRecord> records = new ArrayList<>();
        for (List<T> chunk : Sets.chunks(new HashSet<>(keys))) {
            Sql sql = new Sql(
                    "SELECT " + RecordTable.of(type).selected() + " FROM " + type.key()
                            + " t WHERE t.account_id = ? AND ",
                    scope);
            records.addAll(RecordRows.read(em, type, sql.in("t." + column, chunk)));
        }
        return records;
    }

    @Override
    public boolean finds(Match match) {
        return match == Match.WORDS || Dialect.of(em) == Dialect.POSTGRESQL;
    }

    /** What gives the page of one side of the archive. */
    private Function<Boolean, List<BusinessRecord>> pages(RecordList list, List<Term> terms) {
        return Dialect.of(em) == Dialect.POSTGRESQL && !hasOwnOrder(list)
                ? new CountedLists(em, list, terms)::page
                : archived -> plain(list, terms, archived);
    }

    /** Whether there is an index in just this order, so that the first rows of it are the page. */
    private static boolean hasOwnOrder(RecordList list) {
        if (list.where().containsKey(LocationField.CUSTOMER) || list.where().containsKey(LocationField.PARENT)) {
            return true; // few in any case
        }
        boolean byCountry = list.sort().key() == SortKey.NAME
                && list.where().keySet().stream()
                        .allMatch(field -> field.filter().equals("country"));
        return list.words().isEmpty() && (list.where().isEmpty() || byCountry);
    }

    private List<BusinessRecord> plain(RecordList list, List<Term> terms, boolean archived) {
        Order.Directed order = Order.of(list.sort());
        Sql sql = new Sql(
                "SELECT " + RecordTable.of(list.type()).selected() + " FROM "
                        + list.type().key() + " t WHERE t.account_id = ? AND t.archived = ?",
                list.scope(),
                archived);
        for (Term term : terms) {
            sql.add(" AND ");
            if (term.isColumn()) {
                term.rowProbe(sql);
            } else {
                sql.add("t.id IN (");
                term.set(sql, archived);
                sql.add(")");
            }
        }
        order.behind(sql, list.after());
        return RecordRows.read(em, list.type(), sql.add(order.clause() + " LIMIT " + list.limit()));
    }

    private List<Term> terms(RecordList list) {
        List<Term> terms = new ArrayList<>();
        for (String word : list.words()) {
            terms.add(
                    switch (list.match()) {
                        case WORDS -> Term.words(list, word);
                        case PART -> Term.part(list, word);
                        case SIMILAR -> Term.similar(list, word, similar(word));
                    });
        }
        list.where().forEach((field, value) -> terms.add(Term.field(list, field, value)));
        return terms;
    }

    /** Known words that are much like the given one; 0.25 also forgives two letters swapped in a short word. */
    private List<String> similar(String word) {
        new Sql("SELECT set_config('pg_trgm.similarity_threshold', '0.25', true)").read(em, row -> row.getString(1));
        return new Sql(
                        "SELECT k.word FROM known_word k WHERE k.word % ? GROUP BY k.word"
                                + " ORDER BY similarity(k.word, ?) DESC, k.word LIMIT 5",
                        word, word)
                .read(em, row -> row.getString(1));
    }
}
