/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import javax.persistence.EntityManager;

import org.kontor.api.record.BusinessRecord;
import org.kontor.spi.store.RecordList;

/**
 * Pages of lists with conditions, on PostgreSQL. Its planner guesses how many records meet a condition, and now and then
 * guesses so badly that a page takes seconds. So we look first: a condition that few records meet leads to the page at once;
 * else the first rows of the list tell whether walking on will fill the page soon; if not, it is found by the sets of records
 * that meet the conditions.
 */
final class CountedLists {
    /** Sets up to this size are fetched and sorted. */
    private static final int FEW = 2_000;
    /** A condition that more records meet is common. */
    private static final int COMMON = 20_000;
    /** Rows of the list's order that are looked at first. */
    private static final int SAMPLE = 250;
    /** With so many hits among them the page is filled by walking on. */
    private static final int PROMISING = 5;
    /** Rows that are looked at before the way is changed. */
    private static final int WALK = 10_000;

    private final EntityManager em;
    private final RecordList list;
    private final Order.Directed order;
    private final Scope scope;
    /** The records, and the table in whose order they are listed; often the same. */
    private final String table;

    private final String listing;
    private final List<Term> terms;
    /** How many records meet what is cheap to count, up to {@link #FEW}; rarest first. */
    private final List<Counted> cheap;
    /** The order in which the sets lead to the page; null until it matters. */
    private List<Counted> sets;

    private record Counted(Term term, long count) {}

    /** @param isWhole whether these are all that the page can have */
    private record Walk(List<BusinessRecord> found, boolean isWhole) {}

    /** @param terms at least one */
    CountedLists(EntityManager em, RecordList list, List<Term> terms) {
        this.em = em;
        this.list = list;
        this.order = Order.of(list.sort());
        this.scope = new Scope(list.scope());
        this.table = list.type().key();
        this.listing = scope.listing(list.type());
        this.terms = terms;
        prepare();
        this.cheap = count(terms.stream().filter(term -> !term.costly()).toList(), FEW);
    }

    /** @param archived which side of the archive */
    List<BusinessRecord> page(boolean archived) {
        if (rarest() == 0) {
            return List.of();
        }
        if (rarest() > FEW) {
            Walk walk = walk(SAMPLE, archived);
            if (!walk.isWhole() && (walk.found().size() >= PROMISING || seesFew(archived) || allCommon())) {
                walk = walk(WALK, archived);
            }
            if (walk.isWhole()) {
                return walk.found();
            }
        }
        return fromSet(archived);
    }

    /** Whether everything that the account sees is soon walked: what is common among all may be rare there. */
    private boolean seesFew(boolean archived) {
        return !scope.isAll() && !hasMoreThan(WALK, archived);
    }

    /** As far as it was counted. */
    private long rarest() {
        return cheap.isEmpty() ? Long.MAX_VALUE : cheap.get(0).count();
    }

    private boolean allCommon() {
        return sets().get(0).count() > COMMON;
    }

    private List<Counted> sets() {
        if (sets == null) {
            sets = rarest() > FEW ? count(terms, COMMON) : new ArrayList<>(cheap);
            terms.stream()
                    .filter(term -> sets.stream().noneMatch(counted -> counted.term() == term))
                    .forEach(costly -> sets.add(new Counted(costly, FEW)));
        }
        return sets;
    }

    /**
     * For this transaction: plans are made for the values asked for, never for unknown ones; they are ours, so compiling
     * and parallel workers only cost; sets are hashed in memory. A statement of its own, because a statement is planned
     * before it is run.
     */
    private void prepare() {
        new Sql("SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true),"
                        + " set_config('work_mem', '64MB', true),"
                        + " set_config('max_parallel_workers_per_gather', '0', true)")
                .read(em, row -> row);
    }

    /** The hits among the next rows in the order of the list. */
    private Walk walk(int rows, boolean archived) {
        Sql sql = new Sql("SELECT " + RecordTable.of(list.type()).selected() + " FROM (SELECT t."
                + (scope.isAll() ? "*" : "id") + " FROM " + listing + " t WHERE ");
        side(sql, archived);
        sql.add(order.clause() + " LIMIT " + rows + ") "
                + (scope.isAll() ? "t" : "p, LATERAL (SELECT * FROM " + table + " t WHERE t.id = p.id OFFSET 0) t")
                + " WHERE TRUE");
        for (Term term : terms) {
            sql.add(" AND ");
            term.rowProbe(sql);
        }
        sql.add(order.clause() + " LIMIT " + list.limit());
        List<BusinessRecord> found = RecordRows.read(em, list.type(), sql);
        return new Walk(found, found.size() == list.limit() || !hasMoreThan(rows, archived));
    }

    private boolean hasMoreThan(int rows, boolean archived) {
        Sql sql = new Sql("SELECT count(*) FROM (SELECT 1 FROM " + listing + " t WHERE ");
        side(sql, archived);
        return sql.add(" LIMIT " + (rows + 1) + ") x")
                        .read(em, row -> row.getInt(1))
                        .get(0)
                > rows;
    }

    /** On both sides of the archive, no further than one more than the bound; rarest first. */
    private List<Counted> count(List<Term> some, int bound) {
        if (some.isEmpty() || terms.size() == 1 && some.get(0).costly()) {
            return new ArrayList<>(); // finding them at once is as fast
        }
        Sql sql = new Sql("SELECT ");
        for (Term term : some) {
            sql.add(term == some.get(0) ? "(SELECT count(*) FROM (" : ", (SELECT count(*) FROM (");
            term.set(sql);
            sql.add(" LIMIT " + (bound + 1) + ") x)");
        }
        List<Counted> all = new ArrayList<>();
        sql.read(em, row -> {
            for (int i = 0; i < some.size(); i++) {
                all.add(new Counted(some.get(i), row.getLong(i + 1)));
            }
            return row;
        });
        all.sort(Comparator.comparingLong(Counted::count));
        return all;
    }

    /** The records that meet all conditions, then fetched, or looked up along the order of the list. */
    private List<BusinessRecord> fromSet(boolean archived) {
        Sql sql = new Sql("WITH hit AS MATERIALIZED (");
        hits(sql, archived);
        sql.add("), n AS MATERIALIZED (SELECT count(*) c FROM hit), page AS MATERIALIZED ((SELECT t.id FROM"
                + " (SELECT record_id FROM hit WHERE (SELECT c FROM n) <= " + FEW + ") h, LATERAL (SELECT * FROM "
                + listing
                + " t WHERE t.id = h.record_id OFFSET 0) t WHERE ");
        rows(sql, archived);
        sql.add(") UNION ALL (SELECT t.id FROM " + listing + " t WHERE (SELECT c FROM n) > " + FEW
                // IS TRUE: a look-up in a hash, not a join
                + " AND (t.id IN (SELECT record_id FROM hit)) IS TRUE AND ");
        rows(sql, archived);
        sql.add(")) SELECT " + RecordTable.of(list.type()).selected() + " FROM page p JOIN " + table
                + " t ON t.id = p.id" + order.clause() + " LIMIT " + list.limit());
        return RecordRows.read(em, list.type(), sql);
    }

    /**
     * Those of a rare condition are asked for the others. Where there is no rare one all sets are read: a join would read
     * the second set once for each record of the first when the planner takes that for a single one.
     */
    private void hits(Sql sql, boolean archived) {
        if (allCommon()) {
            for (Counted one : sets()) {
                sql.add(one == sets().get(0) ? "" : " INTERSECT ");
                one.term().set(sql, archived);
            }
            return;
        }
        sql.add("SELECT DISTINCT h.record_id FROM (");
        sets().get(0).term().set(sql, archived);
        sql.add(") h WHERE TRUE");
        for (Counted other : sets().subList(1, terms.size())) {
            sql.add(" AND ");
            other.term().fencedProbe(sql, "h.record_id");
        }
    }

    private void rows(Sql sql, boolean archived) {
        side(sql, archived);
        sql.add(order.clause() + " LIMIT " + list.limit());
    }

    private void side(Sql sql, boolean archived) {
        scope.listed(sql).add("t.archived = ?", archived);
        order.behind(sql, list.after());
    }
}
