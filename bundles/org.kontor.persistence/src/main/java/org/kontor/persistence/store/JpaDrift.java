/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Drift;
import org.kontor.api.sync.DriftCounts;
import org.kontor.api.sync.DriftKind;
import org.kontor.api.sync.Reconciliation;
import org.kontor.api.sync.Repair;
import org.kontor.api.sync.RunState;
import org.kontor.spi.store.DriftWriter;
import org.kontor.spi.store.Ids;

/** What comparisons found. */
final class JpaDrift implements DriftWriter {
    private static final String SELECT =
            "SELECT r.id, r.connection, r.scheduled, r.state, r.started_at, r.ended_at, r.message"
                    + " FROM sync_reconciliation r WHERE ";
    /** Its violation means that another node has planned the connection's first comparison since: it is tried again. */
    static final String PLANS = "sync_reconciliation_plan";
    /** Of a record that differs in every field, with long texts: more is not shown. */
    private static final int MOST_FIELDS = 100;

    private final EntityManager em;

    JpaDrift(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<Reconciliation> byId(UUID id) {
        return read(new Sql(SELECT + "r.id = ?", id)).stream().findFirst();
    }

    @Override
    public List<Reconciliation> list(String connection, UUID before, int limit) {
        Sql sql = new Sql(SELECT + "1 = 1").where("r.connection", connection);
        if (before != null) {
            sql.add(" AND r.id < ?", before);
        }
        return read(sql.add(" ORDER BY r.id DESC LIMIT " + limit));
    }

    @Override
    public List<Reconciliation> newestCompleted() {
        return read(
                new Sql(
                        SELECT
                                + "r.state = 'COMPLETED' AND NOT EXISTS (SELECT 1 FROM sync_reconciliation n"
                                + " WHERE n.connection = r.connection AND n.id > r.id AND n.state = 'COMPLETED') ORDER BY r.connection"));
    }

    private List<Reconciliation> read(Sql sql) {
        List<Reconciliation> bare = sql.read(em, JpaDrift::reconciliation);
        Map<UUID, List<DriftCounts>> counts = new HashMap<>();
        for (List<UUID> chunk :
                Sets.chunks(bare.stream().map(Reconciliation::id).toList())) {
            new Sql("SELECT c.reconciliation_id, c.record_type, c.there, c.linked, c.unlinked, c.missing_here,"
                            + " c.missing_there, c.differs, c.waiting FROM sync_drift_count c WHERE ")
                    .in("c.reconciliation_id", chunk)
                    .add(" ORDER BY c.record_type")
                    .read(em, row -> counts.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(counts(row)));
        }
        return bare.stream()
                .map(one -> new Reconciliation(
                        one.id(),
                        one.connection(),
                        one.scheduled(),
                        one.state(),
                        one.startedAt(),
                        one.endedAt(),
                        one.message(),
                        counts.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Reconciliation reconciliation(ResultSet row) throws SQLException {
        return new Reconciliation(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getBoolean(3),
                RunState.valueOf(row.getString(4)),
                Times.of(row, 5),
                Times.of(row, 6),
                row.getString(7),
                List.of());
    }

    private static DriftCounts counts(ResultSet row) throws SQLException {
        return new DriftCounts(
                RecordType.ofKey(row.getString(2)).orElseThrow(),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9));
    }

    @Override
    public List<Drift> drift(UUID reconciliation, RecordType type, DriftKind kind, UUID after, int limit) {
        Sql sql = new Sql(
                        "SELECT d.id, d.record_type, d.kind, d.external_id, d.record_id, d.code, d.message, d.fields,"
                                + " d.repaired FROM sync_drift d WHERE d.reconciliation_id = ?",
                        reconciliation)
                .where("d.record_type", type == null ? null : type.key())
                .where("d.kind", kind == null ? null : kind.name());
        if (after != null) {
            sql.add(" AND d.id > ?", after);
        }
        return sql.add(" ORDER BY d.id LIMIT " + limit).read(em, JpaDrift::drift);
    }

    private static Drift drift(ResultSet row) throws SQLException {
        String repaired = row.getString(9);
        return new Drift(
                row.getObject(1, UUID.class),
                RecordType.ofKey(row.getString(2)).orElseThrow(),
                DriftKind.valueOf(row.getString(3)),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getString(7),
                Json.drift(row.getString(8)),
                repaired == null ? null : Repair.valueOf(repaired));
    }

    @Override
    public long countUnlinked(UUID account, String connection, RecordType type) {
        return new Sql(
                        "SELECT COUNT(*) FROM " + type.key()
                                + " r WHERE r.account_id = ? AND NOT EXISTS (SELECT 1 FROM cross_reference x"
                                + " WHERE x.record_id = r.id AND x.connection = ? AND x.record_type = ?)",
                        account,
                        connection,
                        type.key())
                .read(em, row -> row.getLong(1))
                .get(0);
    }

    @Override
    public Set<UUID> unread(String consumer, Collection<UUID> records) {
        Set<UUID> unread = new HashSet<>();
        String start = "SELECT f.record_id FROM change_feed f WHERE ";
        for (List<UUID> chunk : Sets.chunks(new HashSet<>(records))) {
            // one after the other, so that each goes by its index
            unread.addAll(new Sql(
                            start
                                    + "f.position > COALESCE((SELECT c.position FROM feed_consumer c WHERE c.consumer = ?), 0)"
                                    + " AND ",
                            consumer)
                    .in("f.record_id", chunk)
                    .read(em, row -> row.getObject(1, UUID.class)));
            unread.addAll(new Sql(start + "f.position IS NULL AND ")
                    .in("f.record_id", chunk)
                    .read(em, row -> row.getObject(1, UUID.class)));
        }
        return unread;
    }

    @Override
    public Set<String> quarantined(String connection, RecordType type, Collection<String> externalIds) {
        Set<String> found = new HashSet<>();
        for (List<String> chunk : Sets.chunks(new HashSet<>(externalIds))) {
            found.addAll(new Sql(
                            "SELECT q.external_id FROM sync_quarantine q WHERE q.connection = ? AND q.record_type = ? AND ",
                            connection,
                            type.key())
                    .in("q.external_id", chunk)
                    .read(em, row -> row.getString(1)));
        }
        return found;
    }

    @Override
    public Optional<Instant> planned(String connection) {
        return new Sql("SELECT p.next_at FROM " + PLANS + " p WHERE p.connection = ?", connection)
                .read(em, row -> Times.of(row, 1)).stream().findFirst();
    }

    @Override
    public void insert(Reconciliation one) {
        Batch insert = new Batch("INSERT INTO sync_reconciliation (id, connection, scheduled, state, started_at)"
                + " VALUES (?, ?, ?, ?, ?)");
        insert.add(one.id(), one.connection(), one.scheduled(), one.state().name(), time(one.startedAt()));
        insert.run(em);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void count(UUID reconciliation, DriftCounts counts) {
        Batch delete = new Batch("DELETE FROM sync_drift_count WHERE reconciliation_id = ? AND record_type = ?");
        delete.add(reconciliation, counts.type().key());
        delete.run(em);
        Batch insert =
                new Batch("INSERT INTO sync_drift_count (reconciliation_id, record_type, there, linked, unlinked,"
                        + " missing_here, missing_there, differs, waiting) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.add(
                reconciliation,
                counts.type().key(),
                counts.there(),
                counts.linked(),
                counts.unlinked(),
                counts.missingHere(),
                counts.missingThere(),
                counts.differs(),
                counts.waiting());
        insert.run(em);
    }

    @Override
    public void add(UUID reconciliation, List<Drift> drift) {
        Batch insert =
                new Batch("INSERT INTO sync_drift (id, reconciliation_id, record_type, kind, external_id, record_id,"
                        + " code, message, fields) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (Drift one : drift) {
            insert.add(
                    one.id(),
                    reconciliation,
                    one.type().key(),
                    one.kind().name(),
                    Texts.shorten(Texts.storable(one.externalId()), 200),
                    one.recordId(),
                    one.code(),
                    one.message() == null ? null : Texts.shorten(Texts.storable(one.message()), 2000),
                    one.fields().isEmpty()
                            ? null
                            : Texts.storable(Json.write(
                                    one.fields().stream().limit(MOST_FIELDS).toList())));
        }
        insert.run(em);
    }

    @Override
    public void end(UUID reconciliation, RunState state, String message) {
        Batch update = new Batch("UPDATE sync_reconciliation SET state = ?, ended_at = ?, message = ? WHERE id = ?");
        update.add(
                state.name(),
                time(Ids.now()),
                message == null ? null : Texts.shorten(Texts.storable(message), 2000),
                reconciliation);
        update.run(em);
    }

    @Override
    public void interrupt(String connection) {
        Batch update = new Batch("UPDATE sync_reconciliation SET state = 'INTERRUPTED', ended_at = ?"
                + " WHERE connection = ? AND state = 'RUNNING'");
        update.add(time(Ids.now()), connection);
        update.run(em);
    }

    @Override
    public void keepNewest(String connection, int number) {
        List<UUID> old = new Sql(
                        "SELECT r.id FROM sync_reconciliation r WHERE r.connection = ? ORDER BY r.id DESC LIMIT 1000 OFFSET "
                                + number,
                        connection)
                .read(em, row -> row.getObject(1, UUID.class));
        for (String table : List.of(
                "sync_drift WHERE reconciliation_id",
                "sync_drift_count WHERE reconciliation_id",
                "sync_reconciliation WHERE id")) {
            Batch delete = new Batch("DELETE FROM " + table + " = ?");
            old.forEach(delete::add);
            delete.run(em);
        }
    }

    @Override
    public void repaired(Collection<UUID> drift, Repair how) {
        Batch update = new Batch("UPDATE sync_drift SET repaired = ? WHERE id = ?");
        drift.forEach(id -> update.add(how.name(), id));
        update.run(em);
    }

    @Override
    public boolean plan(String connection, Instant before, Instant next) {
        if (before == null) {
            Batch insert = new Batch("INSERT INTO " + PLANS + " (connection, next_at) VALUES (?, ?)");
            insert.add(connection, time(next));
            insert.run(em);
            return true;
        }
        return new Sql(
                                "UPDATE " + PLANS + " SET next_at = ? WHERE connection = ? AND next_at = ?",
                                java.sql.Timestamp.from(next),
                                connection,
                                java.sql.Timestamp.from(before))
                        .run(em)
                == 1;
    }
}
