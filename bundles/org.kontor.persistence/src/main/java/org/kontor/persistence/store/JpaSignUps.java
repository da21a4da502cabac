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

import org.kontor.api.account.PlanChoice;
import org.kontor.api.signup.SignUpPage;
import org.kontor.spi.store.SignUp;
import org.kontor.spi.store.SignUpPageChange;
import org.kontor.spi.store.SignUpWriter;

/** Sign-up pages, and what people asked for on them. */
final class JpaSignUps implements SignUpWriter {
    private static final String PAGE = "SELECT p.account_id, p.name, p.switched_on, p.plan_kind, p.plan_quantity,"
            + " p.changed_by, p.version FROM sign_up_page p WHERE ";
    private static final String COLUMNS =
            "s.id, s.account_id, s.company, s.name, s.email, s.language, s.created_at," + " s.expires_at, s.done_at";
    private static final int HASH = 10;

    private final EntityManager em;

    JpaSignUps(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<SignUpPage> page(UUID account) {
        return page(new Sql(PAGE + "p.account_id = ?", account));
    }

    @Override
    public Optional<SignUpPage> page(String name) {
        return page(new Sql(PAGE + "p.name = ?", name));
    }

    @Override
    public Optional<SignUpPage> lockedPage(UUID account) {
        return page(new Sql(PAGE + "p.account_id = ? FOR UPDATE", account));
    }

    private Optional<SignUpPage> page(Sql sql) {
        return sql.read(em, JpaSignUps::page).stream().findFirst();
    }

    @Override
    public boolean isOpen(SignUpPage page) {
        return page.on()
                && new Sql(
                                "SELECT 1 FROM account_above u JOIN account a ON a.id = u.above_id WHERE u.account_id = ?"
                                        + " AND (a.suspended = TRUE OR a.closed = TRUE OR a.archived = TRUE) LIMIT 1",
                                page.account())
                        .read(em, row -> row.getInt(1))
                        .isEmpty();
    }

    @Override
    public Optional<Secret> byHash(String hash) {
        return new Sql("SELECT " + COLUMNS + ", h.hash FROM sign_up_secret h")
                        .add(" JOIN sign_up s ON s.id = h.sign_up_id WHERE h.hash = ?", hash)
                        .read(em, row -> new Secret(signUp(row), row.getString(HASH)))
                        .stream()
                        .findFirst();
    }

    @Override
    public int askedOf(UUID account, Instant since) {
        return count(new Sql("SELECT COUNT(*) FROM sign_up s WHERE s.account_id = ?", account), since);
    }

    @Override
    public int askedBy(String email, Instant since) {
        return count(new Sql("SELECT COUNT(*) FROM sign_up s WHERE s.email_key = ?", JpaPeople.emailKey(email)), since);
    }

    private int count(Sql sql, Instant since) {
        return sql.add(" AND s.created_at > ?", at(since))
                .read(em, row -> row.getInt(1))
                .get(0);
    }

    @Override
    public Optional<SignUp> locked(UUID id) {
        return new Sql("SELECT " + COLUMNS + " FROM sign_up s WHERE s.id = ? FOR UPDATE", id)
                .read(em, JpaSignUps::signUp).stream().findFirst();
    }

    @Override
    public void add(SignUp signUp) {
        new Sql(
                        "INSERT INTO sign_up (id, account_id, company, name, email, email_key, language, created_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        signUp.id(),
                        signUp.account(),
                        signUp.company(),
                        signUp.name(),
                        signUp.email(),
                        JpaPeople.emailKey(signUp.email()),
                        signUp.language(),
                        at(signUp.created()))
                .run(em);
    }

    @Override
    public void issue(UUID id, String hash, Instant expires) {
        new Sql("INSERT INTO sign_up_secret (hash, sign_up_id) VALUES (?, ?)", hash, id).run(em);
        new Sql("UPDATE sign_up SET expires_at = ? WHERE id = ?", at(expires), id).run(em);
    }

    @Override
    public void done(UUID id, Instant now) {
        new Sql("UPDATE sign_up SET done_at = ? WHERE id = ?", at(now), id).run(em);
    }

    @Override
    public void forget(Instant expired, Instant asked) {
        forget("(s.expires_at < ? OR s.expires_at IS NULL AND s.created_at < ?)", at(expired), at(asked));
    }

    /** With its mails: an address that nobody confirmed is kept no longer than its wish. */
    private void forget(String which, Object... values) {
        String old = " (SELECT s.id FROM sign_up s WHERE " + which + ")";
        new Sql("DELETE FROM sign_up_secret WHERE sign_up_id IN" + old, values).run(em);
        new Sql("DELETE FROM mail WHERE link_id IN" + old, values).run(em);
        new Sql("DELETE FROM sign_up s WHERE " + which, values).run(em);
    }

    /** The account's row is locked. */
    void save(SignUpPageChange change) {
        UUID account = change.page().account();
        // whoever asks or confirms meanwhile has the page locked
        lockedPage(account);
        SignUpPage after = change.after();
        if (after == null) {
            forget("s.account_id = ?", account);
            new Sql("DELETE FROM sign_up_page WHERE account_id = ?", account).run(em);
        } else {
            new Sql(
                            change.before() == null
                                    ? "INSERT INTO sign_up_page (name, switched_on, plan_kind, plan_quantity, changed_by,"
                                            + " version, account_id) VALUES (?, ?, ?, CAST(? AS INTEGER), ?, ?, ?)"
                                    : "UPDATE sign_up_page SET name = ?, switched_on = ?, plan_kind = ?,"
                                            + " plan_quantity = CAST(? AS INTEGER), changed_by = ?, version = ?"
                                            + " WHERE account_id = ?",
                            after.name(),
                            after.on(),
                            after.plan().kind().name(),
                            after.plan().quantity(),
                            after.changedBy(),
                            after.version(),
                            account)
                    .run(em);
        }
    }

    private static Timestamp at(Instant moment) {
        return Timestamp.from(moment);
    }

    private static SignUpPage page(ResultSet row) throws SQLException {
        int quantity = row.getInt(5);
        Integer given = row.wasNull() ? null : quantity;
        return new SignUpPage(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getBoolean(3),
                new PlanChoice(PlanChoice.Kind.valueOf(row.getString(4)), given),
                row.getString(6),
                row.getLong(7));
    }

    private static SignUp signUp(ResultSet row) throws SQLException {
        return new SignUp(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Times.of(row, 7),
                Times.of(row, 8),
                Times.of(row, 9));
    }
}
