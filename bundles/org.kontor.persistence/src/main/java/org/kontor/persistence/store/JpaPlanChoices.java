/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.Optional;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.account.PlanChoice;
import org.kontor.spi.store.PlanChoiceChange;
import org.kontor.spi.store.PlanChoiceReader;

/** Finds and writes plan choices. */
final class JpaPlanChoices implements PlanChoiceReader {
    private final EntityManager em;

    JpaPlanChoices(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<Chosen> of(UUID account) {
        return new Sql("SELECT c.kind, c.quantity, c.version FROM plan_choice c WHERE c.account_id = ?", account)
                        .read(em, row -> {
                            int quantity = row.getInt(2);
                            Integer given = row.wasNull() ? null : quantity;
                            return new Chosen(
                                    new PlanChoice(PlanChoice.Kind.valueOf(row.getString(1)), given), row.getLong(3));
                        })
                        .stream()
                        .findFirst();
    }

    /** The account's row is locked. */
    void save(PlanChoiceChange change) {
        new Sql("DELETE FROM plan_choice WHERE account_id = ?", change.account()).run(em);
        new Sql(
                        "INSERT INTO plan_choice (account_id, kind, quantity, version) VALUES (?, ?, CAST(? AS INTEGER), ?)",
                        change.account(),
                        change.after().kind().name(),
                        change.after().quantity(),
                        change.version())
                .run(em);
    }
}
