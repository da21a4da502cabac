/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.call.Role;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.support.SupportSessionState;
import org.kontor.spi.store.SupportVisit;
import org.kontor.spi.store.SupportVisitChange;
import org.kontor.spi.store.SupportVisitWriter;

/** Finds and writes support sessions. */
final class JpaSupportVisits implements SupportVisitWriter {
    /** Of the row {@code t}; both parameters are now. */
    private static final String STATE =
            "CASE WHEN t.ended_at IS NOT NULL THEN 'ENDED' WHEN t.granted = FALSE THEN 'REFUSED'"
                    + " WHEN t.granted = TRUE AND t.ends_at > ? THEN 'ACTIVE'"
                    + " WHEN t.granted IS NULL AND t.answer_by > ? THEN 'REQUESTED' ELSE 'EXPIRED' END";

    private static final String COLUMNS = "t.id, t.account_id, a.name, t.asked_from, f.name, t.person_id, p.login,"
            + " p.display_name, t.reason, t.minutes, t.role, t.requested_at, t.answer_by, t.granted, t.answered_at,"
            + " t.answered_by, g.login, t.ends_at, t.ended_at, t.ended_by, t.version";

    private static final String TABLES = " FROM support_session t JOIN account a ON a.id = t.account_id"
            + " JOIN account f ON f.id = t.asked_from JOIN person p ON p.id = t.person_id"
            + " LEFT JOIN person g ON g.id = t.answered_by WHERE ";

    private final EntityManager em;

    JpaSupportVisits(EntityManager em) {
        this.em = em;
    }

    private static Sql select(Instant now) {
        return new Sql("SELECT " + COLUMNS + ", " + STATE + TABLES, at(now), at(now));
    }

    @Override
    public Optional<SupportVisit> byId(UUID id, Instant now) {
        return select(now).add("t.id = ?", id).read(em, JpaSupportVisits::visit).stream()
                .findFirst();
    }

    @Override
    public boolean hasOpen(UUID account, UUID person, Instant now) {
        return !new Sql("SELECT 1 FROM support_session t WHERE t.account_id = ? AND t.person_id = ?", account, person)
                .add(" AND " + STATE + " IN ('REQUESTED', 'ACTIVE') LIMIT 1", at(now), at(now))
                .read(em, row -> row.getInt(1))
                .isEmpty();
    }

    @Override
    public Optional<Instant> lastRequested(UUID account, UUID person) {
        return new Sql("SELECT t.requested_at FROM support_session t WHERE t.account_id = ?", account)
                        .add(" AND t.person_id = ? ORDER BY t.id DESC LIMIT 1", person)
                        .read(em, row -> Times.of(row, 1))
                        .stream()
                        .findFirst();
    }

    @Override
    public List<SupportVisit> around(UUID account, SupportSessionState state, UUID before, int limit, Instant now) {
        return new NewestOf(account, before, limit)
                .given(STATE, state == null ? null : state.name(), at(now), at(now))
                .ids(em, "support_session", List.of("account_id", "asked_from"))
                .map(ids ->
                        select(now).in("t.id", ids).add(" ORDER BY t.id DESC").read(em, JpaSupportVisits::visit))
                .orElse(List.of());
    }

    @Override
    public Optional<SupportVisit> locked(UUID id, Instant now) {
        return new Sql("SELECT t.id FROM support_session t WHERE t.id = ? FOR UPDATE", id)
                .read(em, row -> row.getObject(1, UUID.class)).stream()
                        .findFirst()
                        .flatMap(found -> byId(found, now));
    }

    /** @throws KontorException {@code stale_version} when it was changed meanwhile */
    void save(SupportVisitChange change) {
        SupportVisit after = change.after();
        if (change.before() == null) {
            new Sql(
                            "INSERT INTO support_session (id, account_id, asked_from, person_id, reason, minutes, role,"
                                    + " requested_at, answer_by, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            after.id(),
                            after.account(),
                            after.askedFrom(),
                            after.person(),
                            after.reason(),
                            after.minutes(),
                            after.role().name(),
                            at(after.requested()),
                            at(after.answerBy()),
                            after.version())
                    .run(em);
            return;
        }
        int met = new Sql(
                        "UPDATE support_session SET granted = CAST(? AS BOOLEAN), answered_at = CAST(? AS TIMESTAMP(6) WITH"
                                + " TIME ZONE), answered_by = CAST(? AS UUID), ends_at = CAST(? AS TIMESTAMP(6) WITH TIME"
                                + " ZONE), ended_at = CAST(? AS TIMESTAMP(6) WITH TIME ZONE), ended_by = ?, version = ?"
                                + " WHERE id = ? AND version = ?",
                        after.granted(),
                        at(after.answered()),
                        after.answeredBy(),
                        at(after.ends()),
                        at(after.ended()),
                        after.endedBy(),
                        after.version(),
                        after.id(),
                        change.before().version())
                .run(em);
        if (met == 0) {
            throw new KontorException(ErrorCode.STALE_VERSION, "The session was changed meanwhile. Read it again.");
        }
    }

    private static OffsetDateTime at(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static SupportVisit visit(ResultSet row) throws SQLException {
        return new SupportVisit(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getInt(10),
                Role.valueOf(row.getString(11)),
                Times.of(row, 12),
                Times.of(row, 13),
                row.getObject(14, Boolean.class),
                Times.of(row, 15),
                row.getObject(16, UUID.class),
                row.getString(17),
                Times.of(row, 18),
                Times.of(row, 19),
                row.getString(20),
                row.getLong(21),
                SupportSessionState.valueOf(row.getString(22)));
    }
}
