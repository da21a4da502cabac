/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.spi.store.Deletion;
import org.kontor.spi.store.Deletion.State;
import org.kontor.spi.store.DeletionWriter;
import org.kontor.spi.store.Ids;

/** What was deleted here and connections know. */
final class JpaDeletions implements DeletionWriter {
    private static final String SELECT = "SELECT d.external_id, d.record_id, d.code, d.state FROM sync_deletion d"
            + " WHERE d.connection = ? AND d.record_type = ? AND ";

    private final EntityManager em;

    JpaDeletions(EntityManager em) {
        this.em = em;
    }

    private static Deletion deletion(ResultSet row) throws SQLException {
        return new Deletion(
                row.getString(1), row.getObject(2, UUID.class), row.getString(3), State.valueOf(row.getString(4)));
    }

    @Override
    public List<Deletion> due(String connection, RecordType type, int limit) {
        return new Sql(
                        SELECT + "d.state = 'DUE' ORDER BY d.since, d.external_id LIMIT " + limit,
                        connection,
                        type.key())
                .read(em, JpaDeletions::deletion);
    }

    @Override
    public Map<String, Deletion> of(String connection, RecordType type, Collection<String> externalIds) {
        Map<String, Deletion> found = new HashMap<>();
        for (List<String> chunk : Sets.chunks(new HashSet<>(externalIds))) {
            new Sql(SELECT, connection, type.key())
                    .in("d.external_id", chunk)
                    .read(em, JpaDeletions::deletion)
                    .forEach(one -> found.put(one.externalId(), one));
        }
        return found;
    }

    @Override
    public void add(String connection, RecordType type, Deletion deletion) {
        new Sql(
                        "INSERT INTO sync_deletion (id, connection, record_type, external_id, record_id, code, state, since)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        Ids.next(),
                        connection,
                        type.key(),
                        deletion.externalId(),
                        deletion.recordId(),
                        deletion.code(),
                        deletion.state().name(),
                        Timestamp.from(Ids.now()))
                .run(em);
    }

    @Override
    public void move(String connection, RecordType type, List<Deletion> deletions) {
        Batch update = new Batch(
                "UPDATE sync_deletion SET state = ?" + " WHERE connection = ? AND record_type = ? AND external_id = ?");
        deletions.forEach(one -> update.add(one.state().name(), connection, type.key(), one.externalId()));
        update.run(em);
    }

    @Override
    public void refused(String connection, RecordType type, Map<String, KontorException> reasons) {
        Batch update = new Batch("UPDATE sync_deletion SET state = 'REFUSED', attempts = attempts + 1,"
                + " refused_first = COALESCE(refused_first, ?), refused_last = ?, error = ?, message = ?, violations = ?"
                + " WHERE connection = ? AND record_type = ? AND external_id = ?");
        OffsetDateTime now = Ids.now().atOffset(ZoneOffset.UTC);
        reasons.forEach((id, reason) -> update.add(
                now,
                now,
                reason.code().code(),
                Texts.shorten(Texts.storable(reason.getMessage()), 2000),
                Json.few(reason.violations()),
                connection,
                type.key(),
                id));
        update.run(em);
    }

    @Override
    public void forget(String connection, RecordType type, Collection<String> externalIds) {
        for (List<String> chunk : Sets.chunks(new ArrayList<>(externalIds))) {
            new Sql("DELETE FROM sync_deletion WHERE connection = ? AND record_type = ? AND ", connection, type.key())
                    .in("external_id", chunk)
                    .run(em);
        }
    }
}
