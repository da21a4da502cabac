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
import java.util.function.UnaryOperator;
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
        Scope visible = new Scope(scope);
        return recordsBy(type, "id", ids, sql -> visible.visible(sql, type)).stream()
                .collect(Collectors.toMap(BusinessRecord::id, record -> record));
    }

    @Override
    public Map<String, BusinessRecord> byCodes(RecordType type, UUID account, Collection<String> codes) {
        return recordsBy(type, "code", codes, sql -> sql.add(" AND t.account_id = ?", account)).stream()
                .collect(Collectors.toMap(BusinessRecord::code, record -> record));
    }

    @Override
    public Map<String, List<BusinessRecord>> byKey(
            RecordType type, UUID account, MatchKey key, Collection<String> values) {
        String column = RecordTable.column(key);
        Map<String, List<BusinessRecord>> found = new HashMap<>();
        for (List<String> chunk : Sets.chunks(new HashSet<>(values))) {
            // the first of each key: a domain may have thousands
            Sql sql = new Sql(
                            "SELECT " + RecordTable.of(type).selected()
                                    + " FROM (SELECT t.*, ROW_NUMBER() OVER (PARTITION BY t."
                                    + column + " ORDER BY t.id) AS place FROM " + type.key()
                                    + " t WHERE t.account_id = ? AND ",
                            account)
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
    public Optional<String> holds(RecordType type, UUID id) {
        List<Hanging> hanging =
                switch (type) {
                    case CUSTOMER -> List.of(
                            new Hanging("locations", "location", "customer_id"),
                            new Hanging("accounts", "account", "customer_id"));
                    case LOCATION -> List.of(new Hanging("locations", "location", "parent_id"));
                    case ACCOUNT -> List.of(
                            new Hanging("accounts", "account", "account_id"),
                            new Hanging("customers", "customer", "account_id"),
                            new Hanging("leads", "account", "converted_to"),
                            new Hanging("members", "membership", "account_id"),
                            new Hanging("groups", "person_group", "account_id"),
                            new Hanging("a plan", "plan_choice", "account_id"),
                            new Hanging("invitations", "password_link", "account_id"),
                            new Hanging("mails", "mail", "account_id"),
                            new Hanging("content items", "content_item", "account_id"),
                            new Hanging("custom fields", "custom_field", "account_id"),
                            new Hanging("creation profiles", "creation_profile", "account_id"),
                            new Hanging("links to providers", "msp_link", "is_open = TRUE AND account_id"),
                            new Hanging("links to customers", "msp_link", "is_open = TRUE AND provider_id"),
                            new Hanging("permissions to invite", "invite_right", "partner_id"),
                            new Hanging("permissions to invite", "invite_right", "inviter_id"),
                            new Hanging("support sessions", "support_session", "account_id"),
                            new Hanging("support sessions", "support_session", "asked_from"),
                            new Hanging("a brand", "brand", "account_id"),
                            new Hanging("a sign-up page", "sign_up_page", "account_id"),
                            new Hanging("e-mail domains", "email_domain", "account_id"),
                            new Hanging("a portal", "portal", "account_id"));
                };
        return hanging.stream()
                .filter(one -> !new Sql("SELECT 1 FROM " + one.table() + " WHERE " + one.column() + " = ? LIMIT 1", id)
                        .read(em, row -> row.getInt(1))
                        .isEmpty())
                .map(Hanging::what)
                .findFirst();
    }

    /** Rows that may refer to a record. */
    private record Hanging(String what, String table, String column) {}

    @Override
    public List<UUID> labs(UUID account) {
        return new Sql("SELECT l.id FROM account l WHERE l.account_id = ? AND l.lab = TRUE ORDER BY l.id", account)
                .read(em, row -> row.getObject(1, UUID.class));
    }

    @Override
    public Map<UUID, UUID> subtree(UUID account) {
        Map<UUID, UUID> found = new HashMap<>();
        new Sql(
                        "SELECT t.id, t.account_id FROM account_above a JOIN account t ON t.id = a.account_id"
                                + " WHERE a.above_id = ?",
                        account)
                .read(em, row -> found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        return found;
    }

    @Override
    public Set<UUID> above(UUID account) {
        return new HashSet<>(new Sql("SELECT a.above_id FROM account_above a WHERE a.account_id = ?", account)
                .read(em, row -> row.getObject(1, UUID.class)));
    }

    @Override
    public Set<UUID> childrenOf(Collection<UUID> locations) {
        Set<UUID> children = new HashSet<>();
        for (List<UUID> chunk : Sets.chunks(locations)) {
            new Sql("SELECT id FROM location WHERE ")
                    .in("parent_id", chunk)
                    .read(em, row -> row.getObject(1, UUID.class))
                    .forEach(children::add);
        }
        return children;
    }

    /** @param where adds a condition */
    private <T> List<BusinessRecord> recordsBy(
            RecordType type, String column, Collection<T> keys, UnaryOperator<Sql> where) {
        List<BusinessRecord> records = new ArrayList<>();
        for (List<T> chunk : Sets.chunks(new HashSet<>(keys))) {
            Sql sql = new Sql("SELECT " + RecordTable.of(type).selected() + " FROM " + type.key() + " t WHERE ");
            records.addAll(RecordRows.read(em, type, where.apply(sql.in("t." + column, chunk))));
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
        return isWholeListing(list);
    }

    /** Whether what it asks for stands beside what it is sorted by. */
    private static boolean isWholeListing(RecordList list) {
        boolean byCountry = list.sort().key() == SortKey.NAME
                && list.where().keySet().stream()
                        .allMatch(field -> field.filter().equals("country"));
        return list.words().isEmpty()
                && list.custom().isEmpty()
                && (list.where().isEmpty() || byCountry);
    }

    private List<BusinessRecord> plain(RecordList list, List<Term> terms, boolean archived) {
        Order.Directed order = Order.of(list.sort());
        Scope scope = new Scope(list.scope());
        String table = list.type().key();
        boolean byListing = !scope.isAll() && isWholeListing(list);
        Sql sql = new Sql("SELECT " + RecordTable.of(list.type()).selected() + " FROM ");
        if (byListing) {
            scope.listed(sql.add("(SELECT t.id FROM " + scope.listing(list.type()) + " t WHERE "));
        } else {
            sql.add(table + " t WHERE ");
        }
        sql.add("t.archived = ?", archived);
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
        if (!byListing) {
            scope.visible(sql, list.type());
        }
        order.behind(sql, list.after());
        sql.add(order.clause() + " LIMIT " + list.limit());
        if (byListing) {
            sql.add(") p JOIN " + table + " t ON t.id = p.id" + order.clause());
        }
        return RecordRows.read(em, list.type(), sql);
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
        list.custom().values().forEach(values -> terms.add(Term.custom(list, values)));
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
