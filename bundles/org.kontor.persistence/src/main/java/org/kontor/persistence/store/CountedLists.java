/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import javax.persistence.EntityManager;

import org.kontor.persistence.entity.RecordEntity;
import org.kontor.spi.store.RecordList;

/**
 * Pages of lists with conditions, on PostgreSQL. Its planner guesses how many records meet a condition, and now and then
 * guesses so badly that a page takes seconds. So the conditions are counted first, to a bound, and the way is chosen by
 * what was counted: common ones by walking the order of the list, rare ones by their set.
 */
final class CountedLists {
    /** A condition that more records meet is common. */
    private static final int COMMON = 20_000;
    /** Sets up to this size are fetched and sorted. */
    private static final int FEW = 2_000;
    /** Rows of the list's order that are looked at before the way is changed. */
    private static final int WALK = 10_000;

    private final EntityManager em;
    private final RecordList list;
    private final Order.Directed order;
    private final String table;
    private final boolean archived;

    CountedLists(EntityManager em, RecordList list, boolean archived) {
        this.em = em;
        this.list = list;
        this.order = Order.of(list.sort());
        this.table = list.type().key();
        this.archived = archived;
    }

    private record Counted(Term term, long count) {}

    /** @param terms at least one */
    List<? extends RecordEntity> page(List<Term> terms) {
        List<Counted> counted = count(terms);
        Counted rarest = counted.get(0);
        if (rarest.count() == 0) {
            return List.of();
        }
        if (rarest.count() > COMMON) {
            List<? extends RecordEntity> walked = walk(terms);
            if (walked.size() == list.limit()) {
                return walked;
            }
        }
        return fromSet(counted);
    }

    /** Rarest first. */
    private List<Counted> count(List<Term> terms) {
        // For this transaction: plans are ours, so compiling and parallel workers only cost; sets are hashed in memory.
        Sql sql = new Sql("SELECT set_config('jit', 'off', true), set_config('work_mem', '64MB', true),"
                + " set_config('max_parallel_workers_per_gather', '0', true)");
        for (Term term : terms) {
            sql.add(", (SELECT count(*) FROM (");
            term.set(sql, archived);
            sql.add(" LIMIT " + (COMMON + 1) + ") x)");
        }
        Object[] row = (Object[]) sql.rows(em).get(0);
        List<Counted> counted = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            counted.add(new Counted(terms.get(i), ((Number) row[i + 3]).longValue()));
        }
        counted.sort(Comparator.comparingLong(Counted::count));
        return counted;
    }

    private List<? extends RecordEntity> walk(List<Term> terms) {
        Sql sql = new Sql("SELECT t.* FROM (SELECT t.* FROM " + table + " t WHERE ");
        side(sql);
        sql.add(order.clause() + " LIMIT " + WALK + ") t WHERE TRUE");
        terms.forEach(term -> {
            sql.add(" AND ");
            term.rowProbe(sql);
        });
        return sql.add(order.clause() + " LIMIT " + list.limit()).entities(em, RecordMapping.entity(list.type()));
    }

    /** The records that meet all conditions, then fetched, or looked up along the order of the list. */
    private List<? extends RecordEntity> fromSet(List<Counted> counted) {
        Sql sql = new Sql("WITH hit AS MATERIALIZED (");
        hits(sql, counted);
        sql.add("), n AS MATERIALIZED (SELECT count(*) c FROM hit), page AS MATERIALIZED ((SELECT t.id FROM"
                + " (SELECT record_id FROM hit WHERE (SELECT c FROM n) <= " + FEW + ") h, LATERAL (SELECT * FROM "
                + table
                + " t WHERE t.id = h.record_id OFFSET 0) t WHERE ");
        rows(sql);
        sql.add(") UNION ALL (SELECT t.id FROM " + table + " t WHERE (SELECT c FROM n) > " + FEW
                // IS TRUE: a look-up in a hash, not a join
                + " AND (t.id IN (SELECT record_id FROM hit)) IS TRUE AND ");
        rows(sql);
        return sql.add(")) SELECT t.* FROM page p JOIN " + table + " t ON t.id = p.id" + order.clause() + " LIMIT "
                        + list.limit())
                .entities(em, RecordMapping.entity(list.type()));
    }

    /**
     * Those of a rare condition are asked for the others. Where there is no rare one all sets are read: a join would read
     * the second set once for each record of the first when the planner takes that for a single one.
     */
    private void hits(Sql sql, List<Counted> counted) {
        if (counted.get(0).count() > COMMON) {
            for (Counted one : counted) {
                sql.add(one == counted.get(0) ? "" : " INTERSECT ");
                one.term().set(sql, archived);
            }
            return;
        }
        sql.add("SELECT DISTINCT h.record_id FROM (");
        counted.get(0).term().set(sql, archived);
        sql.add(") h WHERE TRUE");
        for (Counted other : counted.subList(1, counted.size())) {
            sql.add(" AND ");
            other.term().fencedProbe(sql, "h.record_id");
        }
    }

    private void rows(Sql sql) {
        side(sql);
        sql.add(order.clause() + " LIMIT " + list.limit());
    }

    private void side(Sql sql) {
        sql.add("t.account_id = ? AND t.archived = ?", list.scope(), archived);
        order.behind(sql, list.after());
    }
}
