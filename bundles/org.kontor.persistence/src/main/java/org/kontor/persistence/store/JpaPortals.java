/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.portal.Portal;
import org.kontor.spi.store.PortalChange;
import org.kontor.spi.store.PortalEntry;
import org.kontor.spi.store.PortalWriter;
import org.kontor.spi.store.VisitChange;
import org.kontor.spi.store.VisitEntry;

/** Finds and writes portals, and visits to them. */
final class JpaPortals implements PortalWriter {
    private static final String SELECT = "SELECT p.account_id, p.url, p.version, p.secret_hash FROM portal p WHERE ";

    private final EntityManager em;

    JpaPortals(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<PortalEntry> of(UUID account) {
        return one(new Sql(SELECT + "p.account_id = ?", account));
    }

    @Override
    public Optional<PortalEntry> bySecret(String hash) {
        return one(new Sql(SELECT + "p.secret_hash = ?", hash));
    }

    private Optional<PortalEntry> one(Sql sql) {
        return sql.read(em, JpaPortals::entry).stream().findFirst();
    }

    @Override
    public int open(UUID account, UUID person, Instant now) {
        return new Sql(
                        "SELECT count(*) FROM portal_visit v WHERE v.account_id = ? AND v.person_id = ? AND v.expires_at > ?",
                        account,
                        person,
                        Timestamp.from(now))
                .read(em, row -> row.getInt(1))
                .get(0);
    }

    @Override
    public Optional<VisitEntry> lockedVisit(String codeHash) {
        return new Sql(
                        "SELECT v.id, v.account_id, v.person_id, v.code_hash, v.expires_at, v.redeemed_at FROM portal_visit v"
                                + " WHERE v.code_hash = ? FOR UPDATE",
                        codeHash)
                .read(em, JpaPortals::visit).stream().findFirst();
    }

    @Override
    public void forgetVisits(UUID account, Instant expiredBefore) {
        new Sql(
                        "DELETE FROM portal_visit WHERE account_id = ? AND expires_at < ?",
                        account,
                        Timestamp.from(expiredBefore))
                .run(em);
    }

    /** The account's row is locked. */
    void save(PortalChange change) {
        PortalEntry after = change.after();
        if (change.before() == null) {
            new Sql(
                            "INSERT INTO portal (account_id, url, secret_hash, version) VALUES (?, ?, ?, ?)",
                            after.portal().account(),
                            after.portal().url(),
                            after.secretHash(),
                            after.portal().version())
                    .run(em);
        } else if (after == null) {
            UUID account = change.before().portal().account();
            new Sql("DELETE FROM portal_visit WHERE account_id = ?", account).run(em);
            new Sql("DELETE FROM portal WHERE account_id = ?", account).run(em);
        } else {
            new Sql(
                            "UPDATE portal SET url = ?, secret_hash = ?, version = ? WHERE account_id = ?",
                            after.portal().url(),
                            after.secretHash(),
                            after.portal().version(),
                            after.portal().account())
                    .run(em);
        }
    }

    /** The visit's row is locked, or new. */
    void save(VisitChange change) {
        VisitEntry visit = change.visit();
        if (change.action() == AuditAction.CREATE) {
            new Sql(
                            "INSERT INTO portal_visit (id, account_id, person_id, code_hash, expires_at) VALUES (?, ?, ?, ?, ?)",
                            visit.id(),
                            visit.account(),
                            visit.person(),
                            visit.codeHash(),
                            Timestamp.from(visit.expires()))
                    .run(em);
        } else {
            new Sql(
                            "UPDATE portal_visit SET redeemed_at = ? WHERE id = ?",
                            Timestamp.from(visit.redeemed()),
                            visit.id())
                    .run(em);
        }
    }

    private static PortalEntry entry(ResultSet row) throws SQLException {
        return new PortalEntry(
                new Portal(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)), row.getString(4));
    }

    private static VisitEntry visit(ResultSet row) throws SQLException {
        return new VisitEntry(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                Times.of(row, 5),
                Times.of(row, 6));
    }
}
