/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.UUID;

import org.kontor.api.account.Account;
import org.kontor.api.record.RecordType;

/**
 * What an account sees: the records of its subtree (requirement P6). The operator sees all, so nothing restricts it; for every
 * other account the tables of {@link Listings} hold what it sees. Immutable.
 *
 * @param account whose subtree it is
 */
record Scope(UUID account) {
    boolean isAll() {
        return account.equals(Account.OPERATOR);
    }

    /** The table in whose order records of the type are listed. It has the columns of every order, and the id. */
    String listing(RecordType type) {
        return isAll() ? type.key() : Listings.table(type);
    }

    /** Begins the condition on {@code t}, a row of {@link #listing}. */
    Sql listed(Sql sql) {
        return isAll() ? sql : sql.add("t.account_id = ? AND ", account);
    }

    /** Adds the condition on {@code t}, a record's row. */
    Sql visible(Sql sql, RecordType type) {
        return isAll()
                ? sql
                : sql.add(
                        " AND EXISTS (SELECT 1 FROM account_above a WHERE a.account_id = " + standsAt(type)
                                + " AND a.above_id = ?)",
                        account);
    }

    /** The account at which the record of the row {@code t} stands: an account sees itself. */
    static String standsAt(RecordType type) {
        return type == RecordType.ACCOUNT ? "t.id" : "t.account_id";
    }
}
