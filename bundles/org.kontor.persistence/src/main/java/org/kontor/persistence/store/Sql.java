/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import javax.persistence.Query;

/** A native statement that is put together with its parameters, always bound, never pasted in. Not thread-safe. */
final class Sql {
    /** Stands for a set until it is known how the database is asked. */
    private static final char SET = '\0';

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    /** Values of which a column has one. */
    private record SetOf(List<Object> values) {}

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

    /** Adds that the column is one of the values: ids, numbers or texts. */
    Sql in(String column, Collection<?> values) {
        return add(column + " " + SET, new SetOf(List.copyOf(values)));
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
        return with(em, statement -> {
            List<T> read = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
            }
            return read;
        });
    }

    /**
     * Writes past JPA, on the connection of its transaction. What JPA has not yet written is not met.
     *
     * @return how many rows it met
     * @throws PersistenceException around what the driver throws, as JPA does
     */
    int run(EntityManager em) {
        return with(em, PreparedStatement::executeUpdate);
    }

    @FunctionalInterface
    private interface Execution<R> {
        R of(PreparedStatement statement) throws SQLException;
    }

    private <R> R with(EntityManager em, Execution<R> execution) {
        boolean arrays = Dialect.of(em).plansArraysWell();
        Connection connection = em.unwrap(Connection.class);
        try (PreparedStatement statement = connection.prepareStatement(arrays ? withArrays() : withLists())) {
            List<Object> bound = arrays ? parameters : inLists();
            for (int i = 0; i < bound.size(); i++) {
                Object value = bound.get(i) instanceof SetOf set ? array(connection, set) : bound.get(i);
                statement.setObject(i + 1, value);
            }
            return execution.of(statement);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private String withArrays() {
        return text.toString().replace(String.valueOf(SET), "= ANY (?)");
    }

    private static Array array(Connection connection, SetOf set) throws SQLException {
        Object first = set.values().get(0);
        String type = first instanceof UUID ? "uuid" : first instanceof Number ? "bigint" : "varchar";
        return connection.createArrayOf(type, set.values().toArray());
    }

    private String withLists() {
        StringBuilder lists = new StringBuilder();
        int next = 0;
        List<SetOf> sets = parameters.stream()
                .filter(SetOf.class::isInstance)
                .map(SetOf.class::cast)
                .toList();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == SET) {
                lists.append("IN ").append(Sets.marks(sets.get(next++).values().size()));
            } else {
                lists.append(text.charAt(i));
            }
        }
        return lists.toString();
    }

    private List<Object> inLists() {
        return parameters.stream()
                .flatMap(value -> value instanceof SetOf set ? set.values().stream() : Stream.of((Object) value))
                .toList();
    }

    @SuppressWarnings("unchecked") // EclipseLink gives entities of the class asked for
    <T> List<T> entities(EntityManager em, Class<T> type) {
        return bind(em.createNativeQuery(withLists(), type)).getResultList();
    }

    private Query bind(Query query) {
        List<Object> bound = inLists();
        for (int i = 0; i < bound.size(); i++) {
            query.setParameter(i + 1, bound.get(i));
        }
        return query;
    }
}
