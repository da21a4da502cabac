/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.audit.AuditAction;
import org.kontor.spi.store.SessionChange;
import org.kontor.spi.store.SessionEntry;
import org.kontor.spi.store.SessionWriter;

/** Finds and writes sessions. */
final class JpaSessions implements SessionWriter {
    private static final String SELECT = "SELECT " + JpaPeople.COLUMNS
            + ", s.id, s.hash, s.credential_version, s.begun_at, s.used_at, s.client"
            + " FROM sign_in_session s JOIN person p ON p.id = s.person_id";

    private final EntityManager em;

    JpaSessions(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<SessionEntry> byHash(String hash) {
        return new Sql(SELECT + " WHERE s.hash = ?", hash)
                .read(em, JpaSessions::entry).stream().findFirst();
    }

    @Override
    public List<SessionEntry> of(UUID person) {
        return new Sql(SELECT + " WHERE s.person_id = ? ORDER BY s.id DESC", person).read(em, JpaSessions::entry);
    }

    @Override
    public void used(UUID id, Instant at) {
        Timestamp time = Timestamp.from(at);
        new Sql("UPDATE sign_in_session SET used_at = ? WHERE id = ? AND used_at < ?", time, id, time).run(em);
    }

    @Override
    public void forget(Collection<UUID> ids) {
        for (List<UUID> chunk : Sets.chunks(ids)) {
            new Sql("DELETE FROM sign_in_session WHERE ").in("id", chunk).run(em);
        }
    }

    @Override
    public void endAll(UUID person) {
        new Sql("DELETE FROM sign_in_session WHERE person_id = ?", person).run(em);
    }

    /** @return whether something was written */
    boolean save(SessionChange change) {
        SessionEntry session = change.session();
        if (change.action() == AuditAction.DELETE) {
            return new Sql("DELETE FROM sign_in_session WHERE id = ?", session.id()).run(em) > 0;
        }
        new Sql(
                        "INSERT INTO sign_in_session (id, person_id, hash, credential_version, begun_at, used_at, client)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                        session.id(),
                        session.owner().id(),
                        session.hash(),
                        session.credentialVersion(),
                        Timestamp.from(session.begun()),
                        Timestamp.from(session.lastUsed()),
                        session.client())
                .run(em);
        return true;
    }

    private static SessionEntry entry(ResultSet row) throws SQLException {
        int next = JpaPeople.NUMBER_OF_COLUMNS;
        return new SessionEntry(
                row.getObject(++next, UUID.class),
                row.getString(++next),
                row.getLong(++next),
                Times.of(row, ++next),
                Times.of(row, ++next),
                row.getString(++next),
                JpaPeople.person(row));
    }
}
