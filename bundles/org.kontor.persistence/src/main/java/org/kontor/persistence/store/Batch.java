/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
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

    private final String statement;
    private final List<Object[]> rows = new ArrayList<>();

    Batch(String statement) {
        this.statement = statement;
    }

    void add(Object... row) {
        rows.add(row);
    }

    void run(EntityManager em) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement prepared = em.unwrap(Connection.class).prepareStatement(statement)) {
            int waiting = 0;
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    prepared.setObject(i + 1, row[i]);
                }
                prepared.addBatch();
                if (++waiting == SIZE) {
                    prepared.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                prepared.executeBatch();
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
