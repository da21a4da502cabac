/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import javax.persistence.EntityManager;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Braked;
import org.kontor.spi.store.BrakeStore;

/** Runs that would archive too much. */
final class JpaBrakes implements BrakeStore {
    private final EntityManager em;

    JpaBrakes(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<Braked> of(String connection) {
        Sql sql =
                new Sql("SELECT b.connection, b.record_type, b.since, b.archives, b.known, b.released_by, b.released_at"
                        + " FROM sync_brake b WHERE 1 = 1");
        if (connection != null) {
            sql.add(" AND b.connection = ?", connection);
        }
        return sql.add(" ORDER BY b.connection, b.record_type").read(em, JpaBrakes::braked);
    }

    private static Braked braked(ResultSet row) throws SQLException {
        return new Braked(
                row.getString(1),
                RecordType.ofKey(row.getString(2)).orElseThrow(),
                instant(row, 3),
                row.getLong(4),
                row.getLong(5),
                row.getString(6),
                instant(row, 7));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @Override
    public void put(Braked braked) {
        new Sql(
                        "DELETE FROM sync_brake WHERE connection = ? AND record_type = ?",
                        braked.connection(),
                        braked.type().key())
                .run(em);
        new Sql(
                        "INSERT INTO sync_brake (connection, record_type, since, archives, known) VALUES (?, ?, ?, ?, ?)",
                        braked.connection(),
                        braked.type().key(),
                        Timestamp.from(braked.since()),
                        braked.archives(),
                        braked.known())
                .run(em);
    }

    @Override
    public void release(String connection, String by, Instant at) {
        new Sql(
                        "UPDATE sync_brake SET released_by = ?, released_at = ? WHERE connection = ?",
                        by,
                        Timestamp.from(at),
                        connection)
                .run(em);
    }

    @Override
    public void forget(String connection) {
        new Sql("DELETE FROM sync_brake WHERE connection = ?", connection).run(em);
    }
}
