/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.people.Invitation;
import org.kontor.api.people.InvitationState;
import org.kontor.spi.store.LinkWriter;
import org.kontor.spi.store.PasswordLink;

/** Links that set a password. */
final class JpaLinks implements LinkWriter {
    private static final String COLUMNS = "l.id, l.kind, l.person_id, l.email, l.language, l.mail_id, l.created_at,"
            + " l.created_by, l.expires_at, l.ended_at, l.outcome, l.account_id";
    private static final int NUMBER_OF_COLUMNS = 12;

    /** The parameter is now. */
    private static final String STATE = "CASE WHEN l.outcome IS NOT NULL THEN l.outcome"
            + " WHEN l.mail_id IS NULL THEN 'WAITING' WHEN m.state = 'WAITING' THEN 'QUEUED'"
            + " WHEN m.state = 'SENT' AND l.expires_at > ? THEN 'SENT' WHEN m.state = 'SENT' THEN 'EXPIRED'"
            + " ELSE 'FAILED' END";

    private static final String INVITATIONS = " FROM password_link l JOIN person p ON p.id = l.person_id"
            + " LEFT JOIN mail m ON m.id = l.mail_id WHERE l.kind = 'INVITATION'";

    private final EntityManager em;

    JpaLinks(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<Secret> byHash(String hash) {
        return new Sql("SELECT " + COLUMNS + ", s.mail_id, s.hash FROM password_link_secret s")
                        .add(" JOIN password_link l ON l.id = s.link_id WHERE s.hash = ?", hash)
                        .read(
                                em,
                                row -> new Secret(
                                        link(row),
                                        row.getObject(NUMBER_OF_COLUMNS + 1, UUID.class),
                                        row.getString(NUMBER_OF_COLUMNS + 2)))
                        .stream()
                        .findFirst();
    }

    @Override
    public int made(UUID person, PasswordLink.Kind kind, Instant since) {
        return new Sql("SELECT COUNT(*) FROM password_link l WHERE l.person_id = ?", person)
                .add(" AND l.kind = ? AND l.created_at > ?", kind.name(), at(since))
                .read(em, row -> row.getInt(1))
                .get(0);
    }

    @Override
    public boolean isAsked(UUID person, String except) {
        return has(new Sql("SELECT l.id FROM password_link l WHERE l.person_id = ?", person)
                .add(" AND l.mail_id IS NOT NULL AND (l.outcome IS NULL OR l.outcome <> 'REVOKED')")
                .add(" AND (l.kind = 'INVITATION' OR l.created_by <> ?)", except));
    }

    @Override
    public boolean isShutOut(UUID account, UUID person) {
        return has(new Sql("SELECT l.id FROM password_link l WHERE l.person_id = ?", person)
                .add(" AND l.account_id = ? AND l.shut_out = TRUE", account));
    }

    @Override
    public List<Instant> mailed(UUID person, String except, Instant since, int limit) {
        return new Sql(
                        "SELECT m.created_at FROM password_link l JOIN mail m ON m.link_id = l.id WHERE l.person_id = ?",
                        person)
                .add(" AND m.created_at > ? AND (l.kind = 'PASSWORD' AND l.created_by <> ?", at(since), except)
                .add(" OR l.kind = 'INVITATION' AND m.created_at > (SELECT MIN(f.created_at) FROM password_link f"
                        + " WHERE f.person_id = l.person_id AND f.kind = 'INVITATION'))")
                .add(" ORDER BY m.created_at DESC LIMIT " + limit)
                .read(em, row -> Times.of(row, 1));
    }

    private boolean has(Sql sql) {
        return !sql.add(" LIMIT 1").read(em, row -> row.getObject(1)).isEmpty();
    }

    @Override
    public Optional<String> languageOf(UUID person) {
        return new Sql("SELECT l.language FROM password_link l WHERE l.person_id = ?", person)
                .add(" AND l.kind = 'INVITATION' AND l.language IS NOT NULL").read(em, row -> row.getString(1)).stream()
                        .findFirst();
    }

    @Override
    public List<Invitation> invitations(UUID account, InvitationState state, UUID before, int limit, Instant now) {
        Sql sql = invitations(account, now);
        if (state != null) {
            sql.add(" AND " + STATE + " = ?", at(now), state.name());
        }
        if (before != null) {
            sql.add(" AND l.id < ?", before);
        }
        return sql.add(" ORDER BY l.id DESC LIMIT " + limit).read(em, JpaLinks::invitation);
    }

    @Override
    public Optional<Invitation> invitation(UUID account, UUID id, Instant now) {
        return invitations(account, now).add(" AND l.id = ?", id).read(em, JpaLinks::invitation).stream()
                .findFirst();
    }

    private static Sql invitations(UUID account, Instant now) {
        return new Sql("SELECT " + COLUMNS + ", p.login, p.display_name, m.sent_at, m.error, " + STATE, at(now))
                .add(INVITATIONS + " AND l.account_id = ?", account);
    }

    @Override
    public Optional<PasswordLink> locked(UUID id) {
        return new Sql("SELECT " + COLUMNS + " FROM password_link l WHERE l.id = ? FOR UPDATE", id)
                .read(em, JpaLinks::link).stream().findFirst();
    }

    @Override
    public void add(PasswordLink link) {
        new Sql(
                        "INSERT INTO password_link (id, kind, person_id, email, language, mail_id, created_at, created_by,"
                                + " ended_at, outcome, account_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        link.id(),
                        link.kind().name(),
                        link.person(),
                        link.email(),
                        link.language(),
                        link.mail(),
                        at(link.created()),
                        link.by(),
                        link.ended() == null ? null : at(link.ended()),
                        link.outcome() == null ? null : link.outcome().name(),
                        link.account())
                .run(em);
    }

    @Override
    public void carry(UUID id, UUID mail, String email) {
        new Sql("UPDATE password_link SET mail_id = ?, email = ?", mail, email)
                .add(", expires_at = NULL, ended_at = NULL, outcome = NULL WHERE id = ?", id)
                .run(em);
    }

    @Override
    public void issue(UUID id, UUID mail, String hash, Instant now, Instant expires) {
        new Sql(
                        "INSERT INTO password_link_secret (hash, link_id, mail_id, made_at) VALUES (?, ?, ?, ?)",
                        hash,
                        id,
                        mail,
                        at(now))
                .run(em);
        new Sql("UPDATE password_link SET expires_at = ? WHERE id = ?", at(expires), id).run(em);
    }

    @Override
    public void end(UUID id, PasswordLink.Outcome outcome, Instant now) {
        ended(outcome, now).add(" WHERE id = ? AND outcome IS NULL", id).run(em);
    }

    @Override
    public void endAll(UUID person, PasswordLink.Outcome outcome, Instant now) {
        ended(outcome, now)
                .add(" WHERE person_id = ? AND outcome IS NULL", person)
                .run(em);
    }

    @Override
    public void shutOut(UUID id) {
        new Sql("UPDATE password_link SET shut_out = TRUE WHERE id = ?", id).run(em);
    }

    @Override
    public void decided(UUID person) {
        new Sql("UPDATE password_link SET shut_out = FALSE WHERE person_id = ? AND shut_out = TRUE", person).run(em);
    }

    private static Sql ended(PasswordLink.Outcome outcome, Instant now) {
        return new Sql("UPDATE password_link SET outcome = ?, ended_at = ?", outcome.name(), at(now));
    }

    @Override
    public void forget(Instant before) {
        String old = " (SELECT l.id FROM password_link l WHERE l.kind = 'PASSWORD' AND l.created_at < ?)";
        new Sql("DELETE FROM password_link_secret WHERE link_id IN" + old, at(before)).run(em);
        new Sql("DELETE FROM password_link WHERE kind = 'PASSWORD' AND created_at < ?", at(before)).run(em);
    }

    private static Timestamp at(Instant moment) {
        return Timestamp.from(moment);
    }

    private static PasswordLink link(ResultSet row) throws SQLException {
        String outcome = row.getString(11);
        return new PasswordLink(
                row.getObject(1, UUID.class),
                PasswordLink.Kind.valueOf(row.getString(2)),
                row.getObject(3, UUID.class),
                row.getObject(12, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                Times.of(row, 7),
                row.getString(8),
                Times.of(row, 9),
                Times.of(row, 10),
                outcome == null ? null : PasswordLink.Outcome.valueOf(outcome));
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        PasswordLink link = link(row);
        int next = NUMBER_OF_COLUMNS;
        String login = row.getString(++next);
        String name = row.getString(++next);
        Instant sent = Times.of(row, ++next);
        String error = row.getString(++next);
        return new Invitation(
                link.id(),
                link.person(),
                login,
                name,
                link.email(),
                link.language(),
                InvitationState.valueOf(row.getString(++next)),
                link.by(),
                link.created(),
                sent,
                sent == null ? null : link.expires(),
                link.ended(),
                error == null || error.isEmpty() ? null : error);
    }
}
