/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Conflict;
import org.kontor.api.sync.ConflictQuery;
import org.kontor.spi.store.ConflictWriter;

/** The conflict queue: only what is open has a row. */
final class JpaConflicts implements ConflictWriter {
    private static final String SELECT =
            "SELECT c.id, c.connection, c.record_type, c.external_id, c.record_id, c.field, c.agreed, c.ours, c.theirs,"
                    + " c.since FROM sync_conflict c WHERE ";

    private final EntityManager em;

    JpaConflicts(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<Conflict> byId(UUID id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    @Override
    public List<Conflict> byIds(Collection<UUID> ids) {
        return chunked("c.id", new HashSet<>(ids), new Sql(SELECT));
    }

    @Override
    public List<Conflict> of(String connection, RecordType type, Collection<String> externalIds) {
        return chunked(
                "c.external_id",
                new HashSet<>(externalIds),
                new Sql(SELECT + "c.connection = ? AND c.record_type = ? AND ", connection, type.key()));
    }

    private <T> List<Conflict> chunked(String column, Collection<T> keys, Sql start) {
        List<Conflict> found = new ArrayList<>();
        for (List<T> chunk : Sets.chunks(keys)) {
            found.addAll(start.copy().in(column, chunk).read(em, JpaConflicts::conflict));
        }
        return found;
    }

    @Override
    public List<Conflict> list(ConflictQuery query, UUID after, int limit) {
        Sql sql = new Sql(SELECT + "1 = 1");
        sql.where("c.connection", query.connection());
        sql.where("c.record_type", query.type() == null ? null : query.type().key());
        sql.where("c.record_id", query.recordId());
        sql.where("c.field", query.field());
        if (after != null) {
            sql.add(" AND c.id > ?", after);
        }
        return sql.add(" ORDER BY c.id LIMIT " + limit).read(em, JpaConflicts::conflict);
    }

    private static Conflict conflict(ResultSet row) throws SQLException {
        return new Conflict(
                row.getObject(1, UUID.class),
                row.getString(2),
                RecordType.ofKey(row.getString(3)).orElseThrow(),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                Json.value(row.getString(7)),
                Json.value(row.getString(8)),
                Json.value(row.getString(9)),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }

    @Override
    public void insert(List<Conflict> conflicts) {
        Batch batch = new Batch("INSERT INTO sync_conflict (id, connection, record_type, external_id, record_id, field,"
                + " agreed, ours, theirs, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (Conflict conflict : conflicts) {
            batch.add(
                    conflict.id(),
                    conflict.connection(),
                    conflict.type().key(),
                    conflict.externalId(),
                    conflict.recordId(),
                    conflict.field(),
                    Json.write(conflict.agreed()),
                    Json.write(conflict.ours()),
                    Json.write(conflict.theirs()),
                    conflict.since().atOffset(ZoneOffset.UTC));
        }
        batch.run(em);
    }

    @Override
    public void delete(Collection<UUID> ids) {
        for (List<UUID> chunk : Sets.chunks(new HashSet<>(ids))) {
            new Sql("DELETE FROM sync_conflict WHERE ").in("id", chunk).run(em);
        }
    }

    @Override
    public void delete(String connection, RecordType type, Collection<String> externalIds) {
        for (List<String> chunk : Sets.chunks(new HashSet<>(externalIds))) {
            new Sql("DELETE FROM sync_conflict WHERE connection = ? AND record_type = ? AND ", connection, type.key())
                    .in("external_id", chunk)
                    .run(em);
        }
    }
}
