/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;

/**
 * Keeps, for every account, those that it stands below: {@code account_above}. Whoever changes the tree holds the lock of the
 * operator's row, and of every account that moves. Not thread-safe.
 */
final class AccountTree {
    private record Move(UUID account, UUID to) {}

    private final EntityManager em;
    private final Batch selves = new Batch("INSERT INTO account_above (account_id, above_id) VALUES (?, ?)");
    private final Batch aboves = new Batch("INSERT INTO account_above (account_id, above_id)"
            + " SELECT CAST(? AS UUID), a.above_id FROM account_above a WHERE a.account_id = ?");
    private final List<Move> moves = new ArrayList<>();

    AccountTree(EntityManager em) {
        this.em = em;
    }

    /** @param before null at creation */
    void change(BusinessRecord before, BusinessRecord after) {
        if (after.type() != RecordType.ACCOUNT) {
            return;
        }
        UUID above = after.header().managingAccount();
        if (before == null) {
            // one batch: those of one that is new are there for those that are new below it
            aboves.add(after.id(), above);
            selves.add(after.id(), after.id());
        } else if (!before.header().managingAccount().equals(above)) {
            moves.add(new Move(after.id(), above));
        }
    }

    /** The records themselves are written by then. */
    void flush() {
        selves.run(em);
        aboves.run(em);
        moves.forEach(this::move);
    }

    private void move(Move move) {
        new Sql(
                        "DELETE FROM account_above WHERE account_id IN (SELECT s.account_id FROM account_above s WHERE"
                                + " s.above_id = ?) AND above_id IN (SELECT o.above_id FROM account_above o WHERE"
                                + " o.account_id = ? AND o.above_id <> ?)",
                        move.account(),
                        move.account(),
                        move.account())
                .run(em);
        new Sql(
                        "INSERT INTO account_above (account_id, above_id) SELECT s.account_id, n.above_id FROM"
                                + " account_above s, account_above n WHERE s.above_id = ? AND n.account_id = ?",
                        move.account(),
                        move.to())
                .run(em);
        for (RecordType type : RecordType.values()) {
            Listings.move(em, type, move.account());
        }
    }

    static void delete(EntityManager em, UUID account) {
        new Sql("DELETE FROM account_above WHERE account_id = ?", account).run(em);
    }
}
