/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.spi.store.InviteRight;
import org.kontor.spi.store.InviteRightChange;
import org.kontor.spi.store.InviteRightWriter;

/** Finds and writes who may invite customers under whom. */
final class JpaInviteRights implements InviteRightWriter {
    private static final String SELECT =
            "SELECT r.id, r.partner_id, p.name, r.inviter_id, i.name, r.given_by, r.given_at"
                    + " FROM invite_right r JOIN account p ON p.id = r.partner_id JOIN account i ON i.id = r.inviter_id WHERE ";

    private final EntityManager em;

    JpaInviteRights(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<InviteRight> byId(UUID id) {
        return new Sql(SELECT + "r.id = ?", id)
                .read(em, JpaInviteRights::right).stream().findFirst();
    }

    @Override
    public Optional<InviteRight> of(UUID partner, UUID inviter) {
        return new Sql(SELECT + "r.partner_id = ? AND r.inviter_id = ?", partner, inviter)
                .read(em, JpaInviteRights::right).stream().findFirst();
    }

    @Override
    public List<InviteRight> list(UUID account, Boolean received, UUID before, int limit) {
        List<String> columns = received == null
                ? List.of("partner_id", "inviter_id")
                : List.of(received ? "inviter_id" : "partner_id");
        return new NewestOf(account, before, limit)
                .ids(em, "invite_right", columns)
                .map(ids -> new Sql(SELECT)
                        .in("r.id", ids)
                        .add(" ORDER BY r.id DESC")
                        .read(em, JpaInviteRights::right))
                .orElse(List.of());
    }

    @Override
    public Optional<InviteRight> locked(UUID id) {
        return new Sql("SELECT r.id FROM invite_right r WHERE r.id = ? FOR UPDATE", id)
                .read(em, row -> row.getObject(1, UUID.class)).stream()
                        .findFirst()
                        .flatMap(this::byId);
    }

    void save(InviteRightChange change) {
        InviteRight right = change.right();
        if (change.given()) {
            new Sql(
                            "INSERT INTO invite_right (id, partner_id, inviter_id, given_by, given_at) VALUES (?, ?, ?, ?, ?)",
                            right.id(),
                            right.partner(),
                            right.inviter(),
                            right.givenBy(),
                            right.given().atOffset(ZoneOffset.UTC))
                    .run(em);
        } else {
            new Sql("DELETE FROM invite_right WHERE id = ?", right.id()).run(em);
        }
    }

    private static InviteRight right(ResultSet row) throws SQLException {
        return new InviteRight(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                Times.of(row, 7));
    }
}
