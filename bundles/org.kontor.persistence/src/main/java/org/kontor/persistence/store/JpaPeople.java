/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.persistence.EntityManager;

import org.kontor.api.call.Role;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.persistence.entity.PersonEntity;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.PersonChange;
import org.kontor.spi.store.PersonReader;

/** Finds and writes people. */
final class JpaPeople implements PersonReader {
    /** In the order in which {@link #person} reads them, of a table called p. */
    static final String COLUMNS = "p.id, p.login, p.display_name, p.account_id, p.roles, p.password_hash,"
            + " p.credential_version, p.disabled";

    static final int NUMBER_OF_COLUMNS = 8;

    private final EntityManager em;

    JpaPeople(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<Person> byLogin(String login) {
        // with every request, so past JPA
        return new Sql("SELECT " + COLUMNS + " FROM person p WHERE p.login = ?", login)
                .read(em, JpaPeople::person).stream().findFirst();
    }

    @Override
    public boolean none() {
        return new Sql("SELECT p.id FROM person p LIMIT 1").rows(em).isEmpty();
    }

    void save(PersonChange change) {
        Person after = change.after();
        PersonEntity row;
        if (change.before() == null) {
            row = new PersonEntity();
            row.id = after.id();
        } else {
            row = em.find(PersonEntity.class, after.id());
            if (row == null || row.credentialVersion != change.before().credentialVersion()) {
                throw new KontorException(ErrorCode.STALE_VERSION, "The person was changed meanwhile. Try again.");
            }
        }
        row.login = after.login();
        row.displayName = after.displayName();
        row.account = after.account();
        row.roles = after.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        row.passwordHash = after.passwordHash();
        row.credentialVersion = after.credentialVersion();
        row.disabled = after.disabled();
        em.persist(row);
        em.flush();
    }

    /** Reads the first columns of the row. */
    static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, UUID.class),
                Arrays.stream(row.getString(5).split(" "))
                        .filter(name -> !name.isEmpty())
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                row.getString(6),
                row.getLong(7),
                row.getBoolean(8));
    }
}
