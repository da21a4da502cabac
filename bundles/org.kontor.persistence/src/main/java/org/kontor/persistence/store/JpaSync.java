/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.persistence.EntityManager;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Progress;
import org.kontor.api.sync.Reach;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.RunItem;
import org.kontor.api.sync.RunState;
import org.kontor.persistence.entity.ConnectionEntity;
import org.kontor.persistence.entity.RunEntity;
import org.kontor.persistence.entity.RunItemEntity;
import org.kontor.persistence.entity.SeenEntity;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Link;
import org.kontor.spi.store.SyncWriter;

/** The bookkeeping of synchronisation. */
final class JpaSync implements SyncWriter {
    /** Its violation means that another node has counted the connection's first call since: the transaction is tried again. */
    static final String CALLS = "sync_calls";

    private final EntityManager em;

    JpaSync(EntityManager em) {
        this.em = em;
    }

    /** What {@link #link} reads. */
    static final String LINK =
            "x.external_id, x.record_id, x.source_hash, x.snapshot, x.agreed, x.in_conflict, x.gone FROM cross_reference x";

    private static final String LINKS = "SELECT " + LINK + " WHERE x.connection = ? AND x.record_type = ? AND ";

    @Override
    public Map<String, Link> links(String connection, RecordType type, Collection<String> externalIds) {
        Map<String, Link> links = new HashMap<>();
        for (List<String> chunk : Sets.chunks(new HashSet<>(externalIds))) {
            new Sql(LINKS, connection, type.key())
                    .in("x.external_id", chunk)
                    .read(em, row -> link(row, 1))
                    .forEach(link -> links.put(link.externalId(), link));
        }
        return links;
    }

    @Override
    public Map<UUID, Link> linksOf(String connection, RecordType type, Collection<UUID> records) {
        Map<UUID, Link> links = new HashMap<>();
        for (List<UUID> chunk : Sets.chunks(new HashSet<>(records))) {
            new Sql(LINKS, connection, type.key())
                    .in("x.record_id", chunk)
                    .read(em, row -> link(row, 1))
                    .forEach(link -> links.put(link.recordId(), link));
        }
        return links;
    }

    /** @param first column of {@link #LINK} */
    static Link link(ResultSet row, int first) throws SQLException {
        return new Link(
                row.getString(first),
                row.getObject(first + 1, UUID.class),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                row.getBoolean(first + 5),
                row.getBoolean(first + 6));
    }

    @Override
    public void saveLinks(String connection, RecordType type, List<Link> links) {
        Batch update = new Batch(
                "UPDATE cross_reference SET source_hash = ?, snapshot = ?, agreed = ?, in_conflict = ?, gone = ?"
                        + " WHERE connection = ? AND record_type = ? AND external_id = ?");
        links.forEach(link -> update.add(
                link.hash(),
                link.snapshot(),
                link.agreed(),
                link.inConflict(),
                link.gone(),
                connection,
                type.key(),
                link.externalId()));
        update.run(em);
    }

    @Override
    public List<String> externalIds(String connection, RecordType type, String after, int limit) {
        return new Sql(
                        "SELECT x.external_id FROM cross_reference x WHERE x.connection = ? AND x.record_type = ?"
                                + " AND x.external_id > ? AND NOT x.gone ORDER BY x.external_id LIMIT " + limit,
                        connection,
                        type.key(),
                        after)
                .read(em, row -> row.getString(1));
    }

    @Override
    public long countLinks(String connection, RecordType type) {
        return new Sql(
                        "SELECT COUNT(*) FROM cross_reference x WHERE x.connection = ? AND x.record_type = ? AND NOT x.gone",
                        connection,
                        type.key())
                .read(em, row -> row.getLong(1))
                .get(0);
    }

    @Override
    public void dropGone(String connection, RecordType type, Collection<UUID> records) {
        for (List<UUID> chunk : Sets.chunks(new HashSet<>(records))) {
            new Sql(
                            "DELETE FROM cross_reference WHERE gone AND connection = ? AND record_type = ? AND ",
                            connection,
                            type.key())
                    .in("record_id", chunk)
                    .run(em);
        }
    }

    @Override
    public void dropLinks(RecordType type, UUID record) {
        for (String table : List.of("cross_reference", "sync_conflict", "sync_pending")) {
            new Sql("DELETE FROM " + table + " WHERE record_id = ? AND record_type = ?", record, type.key()).run(em);
        }
    }

    @Override
    public Optional<Run> run(UUID id) {
        return Optional.ofNullable(em.find(RunEntity.class, id)).map(JpaSync::run);
    }

    @Override
    public List<Run> runs(String connection, UUID before, int limit) {
        Sql sql = new Sql("SELECT r.* FROM sync_run r WHERE 1 = 1");
        if (connection != null) {
            sql.add(" AND r.connection = ?", connection);
        }
        if (before != null) {
            sql.add(" AND r.id < ?", before);
        }
        return sql.add(" ORDER BY r.id DESC LIMIT " + limit).entities(em, RunEntity.class).stream()
                .map(JpaSync::run)
                .toList();
    }

    @Override
    public List<RunItem> items(UUID run, Outcome outcome, UUID after, int limit) {
        Sql sql = new Sql("SELECT i.* FROM sync_item i WHERE i.run_id = ?", run);
        if (outcome != null) {
            sql.add(" AND i.outcome = ?", outcome.name());
        }
        if (after != null) {
            sql.add(" AND i.id > ?", after);
        }
        return sql.add(" ORDER BY i.id LIMIT " + limit).entities(em, RunItemEntity.class).stream()
                .map(JpaSync::item)
                .toList();
    }

    @Override
    public long countItems(UUID run, RecordType type, Outcome outcome) {
        return new Sql(
                        "SELECT COUNT(*) FROM sync_item i WHERE i.run_id = ? AND i.record_type = ? AND i.outcome = ?",
                        run,
                        type.key(),
                        outcome.name())
                .read(em, row -> row.getLong(1))
                .get(0);
    }

    @Override
    public boolean isRunning(String connection) {
        return !new Sql(
                        "SELECT r.id FROM sync_run r WHERE r.connection = ? AND r.state = 'RUNNING'"
                                + " AND NOT r.dry_run LIMIT 1",
                        connection)
                .read(em, row -> row.getObject(1, UUID.class))
                .isEmpty();
    }

    @Override
    public Optional<String> cursor(String connection) {
        return connection(connection).map(row -> row.readCursor);
    }

    private Optional<ConnectionEntity> connection(String name) {
        return Optional.ofNullable(em.find(ConnectionEntity.class, name));
    }

    @Override
    public Set<Progress.Seen> seen(String connection, Collection<Progress.Seen> rows) {
        Map<String, SeenEntity> known = seenRows(connection, rows);
        return rows.stream()
                .filter(row -> known.containsKey(row.row())
                        && known.get(row.row()).stamp.equals(row.stamp()))
                .collect(Collectors.toSet());
    }

    private Map<String, SeenEntity> seenRows(String connection, Collection<Progress.Seen> rows) {
        Map<String, SeenEntity> known = new HashMap<>();
        Set<String> keys = rows.stream().map(Progress.Seen::row).collect(Collectors.toSet());
        for (List<String> chunk : Sets.chunks(keys)) {
            new Sql("SELECT s.* FROM sync_seen s WHERE s.connection = ? AND ", connection)
                    .in("s.row_key", chunk)
                    .entities(em, SeenEntity.class)
                    .forEach(row -> known.put(row.rowKey, row));
        }
        return known;
    }

    @Override
    public void insertRun(Run run) {
        RunEntity row = new RunEntity();
        row.id = run.id();
        row.connection = run.connection();
        row.recordType = run.type() == null ? null : run.type().key();
        row.source = run.source();
        row.state = run.state().name();
        row.startedAt = run.startedAt();
        row.paceFrom = run.startedAt();
        row.dryRun = run.dryRun();
        em.persist(row);
        em.flush();
    }

    @Override
    public void count(UUID run, Map<Outcome, Integer> outcomes, Reach reach) {
        RunPace.counted(reach)
                .add(
                        " created_count = created_count + ?, updated_count = updated_count + ?,"
                                + " unchanged_count = unchanged_count + ?, archived_count = archived_count + ?,"
                                + " conflict_count = conflict_count + ?, refused_count = refused_count + ?, sent_count = sent_count + ? WHERE id = ?",
                        outcomes.getOrDefault(Outcome.CREATED, 0),
                        outcomes.getOrDefault(Outcome.UPDATED, 0),
                        outcomes.getOrDefault(Outcome.UNCHANGED, 0),
                        outcomes.getOrDefault(Outcome.ARCHIVED, 0)
                                + outcomes.getOrDefault(Outcome.UNARCHIVED, 0)
                                + outcomes.getOrDefault(Outcome.DELETED, 0),
                        outcomes.getOrDefault(Outcome.CONFLICT, 0),
                        outcomes.getOrDefault(Outcome.REFUSED, 0),
                        outcomes.getOrDefault(Outcome.SENT, 0),
                        run)
                .run(em);
    }

    @Override
    public void endRun(UUID run, RunState state, String message) {
        new Sql(
                        "UPDATE sync_run SET state = ?, ended_at = ?, message = ?,"
                                + " without_items = NOT EXISTS (SELECT 1 FROM sync_item i WHERE i.run_id = ?)"
                                + " WHERE id = ?",
                        state.name(),
                        java.sql.Timestamp.from(Ids.now()),
                        message == null ? "" : Texts.shorten(message, 2000),
                        run,
                        run)
                .run(em);
    }

    @Override
    public void interruptOpenRuns(String connection, UUID but) {
        Sql sql = new Sql(
                "UPDATE sync_run SET state = 'INTERRUPTED', ended_at = ?,"
                        + " message = 'Cut off; the next run went on from the last committed page.'"
                        + " WHERE connection = ? AND state = 'RUNNING' AND NOT dry_run",
                java.sql.Timestamp.from(Ids.now()),
                connection);
        if (but != null) {
            sql.add(" AND id <> ?", but);
        }
        sql.run(em);
    }

    @Override
    public void interruptDryRuns(String connection) {
        new Sql(
                        "DELETE FROM sync_rehearsed WHERE run_id IN"
                                + " (SELECT r.id FROM sync_run r WHERE r.connection = ? AND r.dry_run)",
                        connection)
                .run(em);
        new Sql(
                        "UPDATE sync_run SET state = 'INTERRUPTED', ended_at = ?, message = 'Cut off.'"
                                + " WHERE connection = ? AND state = 'RUNNING' AND dry_run",
                        java.sql.Timestamp.from(Ids.now()),
                        connection)
                .run(em);
    }

    @Override
    public void insertItems(List<RunItem> items) {
        Batch insert =
                new Batch("INSERT INTO sync_item (id, run_id, record_type, at, external_id, outcome, record_id, code,"
                        + " error, message, violations, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (RunItem item : items) {
            ItemResult result = item.result();
            insert.add(
                    item.id(),
                    item.runId(),
                    item.type().key(),
                    item.at().atOffset(ZoneOffset.UTC),
                    Texts.shorten(Texts.storable(result.externalId()), 200),
                    result.outcome().name(),
                    result.recordId(),
                    result.code(),
                    result.error(),
                    result.message() == null ? null : Texts.shorten(Texts.storable(result.message()), 2000),
                    Json.few(result.violations()),
                    item.changes().isEmpty() ? null : Texts.storable(Json.write(item.changes())));
        }
        insert.run(em);
    }

    @Override
    public void saveProgress(String connection, Progress progress) {
        Optional<ConnectionEntity> known = connection(connection);
        ConnectionEntity row = known.orElseGet(ConnectionEntity::new);
        row.name = connection;
        row.advancedAt = Ids.now();
        if (progress.cursor() != null) {
            row.readCursor = progress.cursor();
        }
        if (known.isEmpty()) {
            em.persist(row);
        }
        Map<String, SeenEntity> seen = seenRows(connection, progress.seen());
        for (Progress.Seen fresh : progress.seen()) {
            SeenEntity entry = seen.computeIfAbsent(fresh.row(), key -> {
                SeenEntity added = new SeenEntity();
                added.connection = connection;
                added.rowKey = key;
                added.stamp = fresh.stamp();
                em.persist(added);
                return added;
            });
            entry.stamp = fresh.stamp();
        }
        em.flush();
    }

    @Override
    public long takeCalls(String connection, LocalDate day, long wanted, long most) {
        List<Long> counted = new Sql(
                        "SELECT CASE WHEN c.call_day = ? THEN c.used ELSE 0 END FROM " + CALLS + " c"
                                + " WHERE c.connection = ? FOR UPDATE",
                        java.sql.Date.valueOf(day),
                        connection)
                .read(em, row -> row.getLong(1));
        if (counted.isEmpty()) {
            new Sql(
                            "INSERT INTO " + CALLS + " (connection, call_day, used) VALUES (?, ?, 0)",
                            connection,
                            java.sql.Date.valueOf(day))
                    .run(em);
        }
        long used = counted.isEmpty() ? 0 : counted.get(0);
        long free = Math.max(0, Math.min(wanted, most - used));
        new Sql(
                        "UPDATE " + CALLS + " SET call_day = ?, used = ? WHERE connection = ?",
                        java.sql.Date.valueOf(day),
                        used + free,
                        connection)
                .run(em);
        return free;
    }

    @Override
    public void forgetSeen(String connection, String beforeStamp) {
        new Sql("DELETE FROM sync_seen WHERE connection = ? AND stamp < ?", connection, beforeStamp).run(em);
    }

    static Run run(RunEntity row) {
        return new Run(
                row.id,
                row.connection,
                row.recordType == null ? null : RecordType.ofKey(row.recordType).orElseThrow(),
                row.source,
                RunState.valueOf(row.state),
                row.startedAt,
                row.endedAt,
                row.message == null || row.message.isEmpty() ? null : row.message,
                row.created + row.updated + row.unchanged + row.archived + row.conflicts + row.refused,
                RunPace.progress(row, java.time.Instant.now()),
                row.created,
                row.updated,
                row.unchanged,
                row.archived,
                row.conflicts,
                row.refused,
                row.sent,
                row.dryRun);
    }

    private static RunItem item(RunItemEntity row) {
        return new RunItem(
                row.id,
                row.runId,
                RecordType.ofKey(row.recordType).orElseThrow(),
                row.at,
                new ItemResult(
                        row.externalId,
                        Outcome.valueOf(row.outcome),
                        row.recordId,
                        row.code,
                        row.error,
                        row.message,
                        Json.violations(row.violations)),
                row.changes == null ? List.of() : Json.changes(row.changes));
    }
}
