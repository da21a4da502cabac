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
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.ApiToken;
import org.kontor.api.people.TokenScope;
import org.kontor.spi.store.TokenChange;
import org.kontor.spi.store.TokenEntry;
import org.kontor.spi.store.TokenWriter;

/** Finds and writes tokens. */
final class JpaTokens implements TokenWriter {
    private static final String SELECT = "SELECT " + JpaPeople.COLUMNS
            + ", t.id, t.name, t.scope, t.created_at, t.expires_at, t.used_at, t.revoked_at, t.hash"
            + " FROM api_token t JOIN person p ON p.id = t.person_id";

    private final EntityManager em;

    JpaTokens(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<TokenEntry> byHash(String hash) {
        return one(new Sql(SELECT + " WHERE t.hash = ?", hash));
    }

    @Override
    public Optional<TokenEntry> byId(UUID id) {
        return one(new Sql(SELECT + " WHERE t.id = ?", id));
    }

    private Optional<TokenEntry> one(Sql sql) {
        return sql.read(em, JpaTokens::entry).stream().findFirst();
    }

    @Override
    public List<TokenEntry> of(UUID person) {
        return new Sql(SELECT + " WHERE t.person_id = ? ORDER BY t.id DESC", person).read(em, JpaTokens::entry);
    }

    @Override
    public void used(UUID id, Instant at, Instant unlessAfter) {
        new Sql(
                        "UPDATE api_token SET used_at = ? WHERE id = ? AND (used_at IS NULL OR used_at <= ?)",
                        Timestamp.from(at),
                        id,
                        Timestamp.from(unlessAfter))
                .run(em);
    }

    @Override
    public void forget(Collection<UUID> ids) {
        for (List<UUID> chunk : Sets.chunks(ids)) {
            new Sql("DELETE FROM api_token WHERE ").in("id", chunk).run(em);
        }
    }

    /** @throws KontorException {@code stale_version} when it was revoked meanwhile */
    void save(TokenChange change) {
        ApiToken token = change.after().token();
        if (change.action() == AuditAction.CREATE) {
            new Sql(
                            "INSERT INTO api_token (id, person_id, name, scope, hash, created_at, expires_at)"
                                    + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                            token.id(),
                            change.after().owner().id(),
                            token.name(),
                            token.scope().name(),
                            change.after().hash(),
                            Timestamp.from(token.created()),
                            Timestamp.from(token.expires()))
                    .run(em);
            return;
        }
        int met = new Sql(
                        "UPDATE api_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
                        Timestamp.from(token.revoked()),
                        token.id())
                .run(em);
        if (met == 0) {
            throw new KontorException(ErrorCode.STALE_VERSION, "The token was revoked meanwhile.");
        }
    }

    private static TokenEntry entry(ResultSet row) throws SQLException {
        int next = JpaPeople.NUMBER_OF_COLUMNS;
        ApiToken token = new ApiToken(
                row.getObject(++next, UUID.class),
                row.getString(2),
                row.getString(++next),
                TokenScope.valueOf(row.getString(++next)),
                Times.of(row, ++next),
                Times.of(row, ++next),
                Times.of(row, ++next),
                Times.of(row, ++next));
        return new TokenEntry(token, row.getString(++next), JpaPeople.person(row));
    }
}
