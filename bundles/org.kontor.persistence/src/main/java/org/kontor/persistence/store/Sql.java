/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import javax.persistence.Query;

/** A native statement that is put together with its parameters, always bound, never pasted in. Not thread-safe. */
final class Sql {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    Sql(String text, Object... values) {
        add(text, values);
    }

    Sql add(String part, Object... values) {
        text.append(part);
        parameters.addAll(Arrays.asList(values));
        return this;
    }

    /** Adds {@code AND column = ?}, or nothing when the value does not restrict. */
    Sql where(String column, Object value) {
        return value == null ? this : add(" AND " + column + " = ?", value);
    }

    /** The same so far, to go on in several ways. */
    Sql copy() {
        return new Sql(text.toString(), parameters.toArray());
    }

    /** Adds {@code column IN (…)}. */
    Sql in(String column, Collection<?> values) {
        text.append(column).append(" IN ").append(Sets.marks(values.size()));
        parameters.addAll(values);
        return this;
    }

    /** Takes what a row says. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Reads past JPA, on the connection of its transaction. What JPA has not yet written is not seen.
     *
     * @throws PersistenceException around what the driver throws, as JPA does
     */
    <T> List<T> read(EntityManager em, RowReader<T> reader) {
        try (PreparedStatement statement = em.unwrap(Connection.class).prepareStatement(text.toString())) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            List<T> read = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
            }
            return read;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    @SuppressWarnings("unchecked") // EclipseLink gives entities of the class asked for
    <T> List<T> entities(EntityManager em, Class<T> type) {
        return bind(em.createNativeQuery(text.toString(), type)).getResultList();
    }

    @SuppressWarnings("unchecked") // untyped by JPA
    List<Object> rows(EntityManager em) {
        return bind(em.createNativeQuery(text.toString())).getResultList();
    }

    int run(EntityManager em) {
        return bind(em.createNativeQuery(text.toString())).executeUpdate();
    }

    private Query bind(Query query) {
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }
}
