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

import org.kontor.spi.store.Mail;
import org.kontor.spi.store.MailWriter;

/** The queue of mails. */
final class JpaMails implements MailWriter {
    private static final int LONGEST_ERROR = 900;
    private static final String COLUMNS = "m.id, m.account_id, m.recipient_name, m.recipient, m.template, m.language,"
            + " m.details, m.link_id, m.state, m.attempts, m.created_at, m.next_try, m.error";

    private final EntityManager em;

    JpaMails(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<Mail> due(Instant now, int limit) {
        return new Sql("SELECT " + COLUMNS + " FROM mail m WHERE m.state = 'WAITING' AND m.next_try <= ?", at(now))
                .add(" ORDER BY m.next_try, m.id LIMIT " + limit)
                .read(em, JpaMails::mail);
    }

    @Override
    public Optional<Instant> queued(UUID account, Collection<String> templates, Instant since, int number) {
        return new Sql(
                        "SELECT m.created_at FROM mail m WHERE m.account_id = ? AND m.created_at > ?",
                        account,
                        at(since))
                        .add(" AND ")
                        .in("m.template", templates)
                        .add(" ORDER BY m.created_at DESC LIMIT 1 OFFSET " + (number - 1))
                        .read(em, row -> Times.of(row, 1))
                        .stream()
                        .findFirst();
    }

    @Override
    public void queue(Mail mail) {
        new Sql(
                        "INSERT INTO mail (id, account_id, recipient_name, recipient, template, language, details, link_id,"
                                + " state, attempts, created_at, next_try) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        mail.id(),
                        mail.account(),
                        mail.name(),
                        mail.email(),
                        mail.template(),
                        mail.language(),
                        Json.write(mail.values()),
                        mail.link(),
                        mail.state().name(),
                        mail.attempts(),
                        at(mail.created()),
                        at(mail.next()))
                .run(em);
    }

    @Override
    public void cancel(UUID id) {
        new Sql("UPDATE mail SET state = 'CANCELLED', claim = NULL WHERE id = ? AND state = 'WAITING'", id).run(em);
    }

    @Override
    public boolean claim(UUID id, UUID claim, Instant now, Instant until) {
        return new Sql("UPDATE mail SET claim = ?, next_try = ?, attempts = attempts + 1", claim, at(until))
                        .add(" WHERE id = ? AND state = 'WAITING' AND next_try <= ?", id, at(now))
                        .run(em)
                > 0;
    }

    @Override
    public void settle(Mail mail, UUID claim, Instant now) {
        Sql sql = new Sql(
                        "UPDATE mail SET claim = NULL, state = ?", mail.state().name())
                .add(", next_try = ?", at(mail.next()))
                .add(", error = ?", mail.error() == null ? "" : error(mail.error()));
        if (mail.state() == Mail.State.SENT) {
            sql.add(", sent_at = ?", at(now));
        }
        sql.add(" WHERE id = ? AND claim = ?", mail.id(), claim).run(em);
    }

    private static String error(String error) {
        return Texts.shorten(Texts.storable(error), LONGEST_ERROR);
    }

    @Override
    public int giveUp(Instant before, Instant now, String reason) {
        return new Sql("UPDATE mail SET state = 'FAILED', claim = NULL")
                .add(", error = CASE WHEN error IS NULL OR error = '' THEN ? ELSE error END", reason)
                .add(" WHERE state = 'WAITING' AND created_at < ? AND next_try <= ?", at(before), at(now))
                .run(em);
    }

    @Override
    public void forget(Instant before) {
        new Sql("DELETE FROM mail WHERE state <> 'WAITING' AND created_at < ?", at(before))
                .add(" AND NOT EXISTS (SELECT 1 FROM password_link l WHERE l.mail_id = mail.id"
                        + " AND l.kind = 'INVITATION')")
                .run(em);
    }

    private static Timestamp at(Instant moment) {
        return Timestamp.from(moment);
    }

    private static Mail mail(ResultSet row) throws SQLException {
        return new Mail(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Json.texts(row.getString(7)),
                row.getObject(8, UUID.class),
                Mail.State.valueOf(row.getString(9)),
                row.getInt(10),
                Times.of(row, 11),
                Times.of(row, 12),
                row.getString(13));
    }
}
