/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import javax.persistence.EntityManager;
import javax.persistence.LockModeType;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.persistence.entity.PersonEntity;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.PersonChange;
import org.kontor.spi.store.PersonWriter;
import org.kontor.spi.text.TextKeys;

/** Finds and writes people. */
final class JpaPeople implements PersonWriter {
    /** In the order in which {@link #person} reads them, of a table called p. */
    static final String COLUMNS = "p.id, p.login, p.display_name, p.email, p.account_id,"
            + " p.password_hash, p.proven, p.credential_version, p.disabled, p.version, p.last_sign_in";

    static final int NUMBER_OF_COLUMNS = 11;

    /** Past JPA: one is read with every request. */
    private static final String SELECT = "SELECT " + COLUMNS + " FROM person p WHERE ";

    private final EntityManager em;

    JpaPeople(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<Person> byLogin(String login) {
        return one(new Sql(SELECT + "p.login = ?", login));
    }

    @Override
    public Optional<Person> byId(UUID id) {
        return one(new Sql(SELECT + "p.id = ?", id));
    }

    @Override
    public Optional<Person> byEmail(String email) {
        return one(new Sql(SELECT + "p.email_key = ?", emailKey(email)));
    }

    @Override
    public Optional<Person> locked(UUID id) {
        return one(new Sql(SELECT + "p.id = ? FOR UPDATE", id));
    }

    private Optional<Person> one(Sql sql) {
        return sql.read(em, JpaPeople::person).stream().findFirst();
    }

    @Override
    public boolean none() {
        return new Sql("SELECT p.id FROM person p LIMIT 1")
                .read(em, row -> row.getObject(1))
                .isEmpty();
    }

    @Override
    public void noteSignIn(UUID id, Instant at) {
        Timestamp time = Timestamp.from(at);
        new Sql("UPDATE person SET last_sign_in = ? WHERE id = ?", time, id)
                .add(" AND (last_sign_in IS NULL OR last_sign_in < ?)", time)
                .run(em);
    }

    /** @return the version that the person has now */
    long save(PersonChange change) {
        Person after = change.after();
        PersonEntity row;
        if (change.before() == null) {
            row = new PersonEntity();
            row.id = after.id();
        } else {
            row = em.find(PersonEntity.class, after.id());
            if (row == null || row.version != change.before().version()) {
                throw new KontorException(ErrorCode.STALE_VERSION, "The person was changed meanwhile. Try again.");
            }
            if (change.roles() != null) {
                // of the membership alone no column of the person tells
                em.lock(row, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
            }
        }
        row.login = after.login();
        row.displayName = after.displayName();
        row.nameKey = TextKeys.sortKey(after.displayName());
        row.email = after.email();
        row.emailKey = after.email() == null ? null : emailKey(after.email());
        row.account = after.account();
        row.passwordHash = after.passwordHash();
        row.proven = after.proven();
        row.credentialVersion = after.credentialVersion();
        row.disabled = after.disabled();
        em.persist(row);
        em.flush();
        if (change.roles() != null) {
            new JpaMembers(em).save(change.account(), after.id(), change.roles(), change.labs());
        }
        return row.version;
    }

    static String emailKey(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    /** Reads the first columns of the row. */
    static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getBoolean(7),
                row.getLong(8),
                row.getBoolean(9),
                row.getLong(10),
                Times.of(row, 11));
    }
}
