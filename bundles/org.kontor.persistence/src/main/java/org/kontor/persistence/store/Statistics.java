/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import javax.persistence.EntityManager;

/**
 * Has PostgreSQL look at tables that just became large. It does so by itself, but not before a minute has passed
 * ({@code autovacuum_naptime}): until then a first import is planned for empty tables and slows down with every batch. H2
 * looks by itself after 2,000 changes. Thread-safe.
 */
final class Statistics {
    /** Few enough to be searched through meanwhile. */
    private static final int FIRST = 500;

    private static final int GROWTH = 8;
    /** A table of which at least so many rows are known is PostgreSQL's own to watch: what is known is right enough. */
    private static final int ENOUGH = 10_000;

    private final AtomicLong saved = new AtomicLong();
    private final AtomicLong next = new AtomicLong(FIRST);

    /** @return whether it is time to {@link #refresh}, which the caller then does */
    boolean isDue(int records) {
        long now = saved.addAndGet(records);
        long due = next.get();
        return now >= due && next.compareAndSet(due, now * GROWTH);
    }

    static void refresh(EntityManager em) {
        if (Dialect.of(em) != Dialect.POSTGRESQL) {
            return;
        }
        List<String> tables = new Sql(
                        "SELECT quote_ident(c.relname) FROM pg_class c WHERE c.relkind = 'r'"
                                + " AND c.relnamespace = current_schema()::regnamespace AND c.reltuples < ?",
                        ENOUGH)
                .read(em, row -> row.getString(1));
        if (!tables.isEmpty()) {
            new Sql("ANALYZE " + String.join(", ", tables)).run(em);
        }
    }
}
