/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;

/**
 * One statement for many rows, written past JPA: these rows are never read back as objects, and there are ten of them to a
 * record. Not thread-safe.
 */
final class Batch {
    /** Rows that are sent at once. */
    private static final int SIZE = 1_000;

    /**
     * A null of a type of {@link java.sql.Types}. With a null of no type PostgreSQL has to parse the statement anew wherever
     * other columns are null than before, which costs as much as writing the rows.
     */
    record Nothing(int type) {
        static final Nothing TEXT = new Nothing(Types.VARCHAR);
        static final Nothing NUMBER = new Nothing(Types.NUMERIC);
    }

    private final String statement;
    private final List<Object[]> rows = new ArrayList<>();

    Batch(String statement) {
        this.statement = statement;
    }

    void add(Object... row) {
        rows.add(row);
    }

    /**
     * Sends the rows; it can then be filled anew.
     *
     * @return how many rows of the database it met
     */
    int run(EntityManager em) {
        if (rows.isEmpty()) {
            return 0;
        }
        int met = 0;
        try (PreparedStatement prepared = em.unwrap(Connection.class).prepareStatement(statement)) {
            int waiting = 0;
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    if (row[i] instanceof Nothing nothing) {
                        prepared.setNull(i + 1, nothing.type());
                    } else {
                        prepared.setObject(i + 1, row[i]);
                    }
                }
                prepared.addBatch();
                if (++waiting == SIZE) {
                    met += met(prepared.executeBatch());
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                met += met(prepared.executeBatch());
            }
            rows.clear();
            return met;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** Inserts that the driver sends as one tell no numbers; each of them is a row. */
    private static int met(int[] counts) {
        return Arrays.stream(counts)
                .map(count -> count == Statement.SUCCESS_NO_INFO ? 1 : count)
                .sum();
    }
}
