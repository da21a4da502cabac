/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.account.Account;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;

/**
 * For each account below the operator the records of its subtree, with what lists are sorted by: one row for each account
 * above a record. So a page costs an account the same wherever its names fall in the order of all, and what the operator
 * itself manages costs no row. Not thread-safe.
 */
final class Listings {
    private static final String COLUMNS = "archived, name_key, code, changed_at, country_key";

    private final EntityManager em;
    private final RecordType type;
    private final Set<UUID> accounts = new TreeSet<>();
    private final List<UUID> added = new ArrayList<>();
    private final List<UUID> changed = new ArrayList<>();

    Listings(EntityManager em, RecordType type) {
        this.em = em;
        this.type = type;
    }

    static String table(RecordType type) {
        return type.key() + "_listing";
    }

    /** @param before null at creation */
    void change(BusinessRecord before, BusinessRecord after) {
        if (isBelow(after)) {
            if (!after.header().managingAccount().equals(Account.OPERATOR)) { // never moved
                accounts.add(after.header().managingAccount());
            }
            (before == null ? added : changed).add(after.id());
        }
    }

    /** Whether another account than the operator sees it. */
    private static boolean isBelow(BusinessRecord record) {
        return record.type() == RecordType.ACCOUNT
                || !record.header().managingAccount().equals(Account.OPERATOR);
    }

    void delete(BusinessRecord record) {
        if (isBelow(record)) {
            forget(List.of(record.id()));
        }
    }

    /** The records themselves are written by then. */
    void flush() {
        // whoever moves an account locks it first: until then we know what stands above it
        for (List<UUID> chunk : Sets.chunks(accounts)) {
            new Sql("SELECT t.id FROM account t WHERE ")
                    .in("t.id", chunk)
                    .add(" ORDER BY t.id " + Dialect.of(em).keeps())
                    .read(em, row -> row.getObject(1));
        }
        forget(changed);
        added.addAll(changed);
        for (List<UUID> chunk : Sets.chunks(added)) {
            inserts(type).in("t.id", chunk).run(em);
        }
    }

    /** Lists anew what stands below an account that was moved. */
    static void move(EntityManager em, RecordType type, UUID account) {
        String moved = "SELECT s.account_id FROM account_above s WHERE s.above_id = ?";
        new Sql(
                        "DELETE FROM " + table(type) + " WHERE id IN (SELECT t.id FROM " + type.key() + " t WHERE "
                                + Scope.standsAt(type) + " IN (" + moved + "))",
                        account)
                .run(em);
        inserts(type).add(Scope.standsAt(type) + " IN (" + moved + ")", account).run(em);
    }

    /** A row for each account above, but the operator; of those records {@code t} that the condition to be added names. */
    private static Sql inserts(RecordType type) {
        return new Sql(
                "INSERT INTO " + table(type) + " (account_id, id, " + COLUMNS + ") SELECT a.above_id, t.id, t."
                        + COLUMNS.replace(", ", ", t.") + " FROM " + type.key()
                        + " t JOIN account_above a ON a.account_id = " + Scope.standsAt(type)
                        + " WHERE a.above_id <> ? AND ",
                Account.OPERATOR);
    }

    private void forget(Collection<UUID> ids) {
        for (List<UUID> chunk : Sets.chunks(ids)) {
            new Sql("DELETE FROM " + table(type) + " WHERE ").in("id", chunk).run(em);
        }
    }
}
