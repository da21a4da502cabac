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

import javax.persistence.EntityManager;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Braked;
import org.kontor.spi.store.BrakeStore;

/** Runs that would archive too much. */
final class JpaBrakes implements BrakeStore {
    private static final String SELECT =
            "SELECT b.connection, b.record_type, b.since, b.archives, b.known, b.released_by, b.released_at"
                    + " FROM sync_brake b WHERE 1 = 1";

    private final EntityManager em;

    JpaBrakes(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<Braked> of(String connection) {
        return read(new Sql(SELECT).where("b.connection", connection));
    }

    @Override
    public List<Braked> of(String connection, boolean sweep) {
        return read(new Sql(SELECT).where("b.connection", connection).where("b.of_sweep", sweep));
    }

    private List<Braked> read(Sql sql) {
        return sql.add(" ORDER BY b.connection, b.record_type").read(em, JpaBrakes::braked);
    }

    private static Braked braked(ResultSet row) throws SQLException {
        return new Braked(
                row.getString(1),
                RecordType.ofKey(row.getString(2)).orElseThrow(),
                Times.of(row, 3),
                row.getLong(4),
                row.getLong(5),
                row.getString(6),
                Times.of(row, 7));
    }

    @Override
    public void put(Braked braked, boolean sweep) {
        new Sql(
                        "DELETE FROM sync_brake WHERE connection = ? AND record_type = ?",
                        braked.connection(),
                        braked.type().key())
                .run(em);
        new Sql(
                        "INSERT INTO sync_brake (connection, record_type, since, archives, known, of_sweep)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        braked.connection(),
                        braked.type().key(),
                        Timestamp.from(braked.since()),
                        braked.archives(),
                        braked.known(),
                        sweep)
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
    public void forgetReadings(String connection, boolean all) {
        new Sql("DELETE FROM sync_brake WHERE connection = ? AND NOT of_sweep", connection)
                .add(all ? "" : " AND released_at IS NOT NULL")
                .run(em);
    }

    @Override
    public void forgetSweep(String connection, RecordType type) {
        new Sql("DELETE FROM sync_brake WHERE connection = ? AND record_type = ? AND of_sweep", connection, type.key())
                .run(em);
    }
}
