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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.persistence.EntityManager;

import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Pending;
import org.kontor.spi.store.Pending.State;
import org.kontor.spi.store.PendingWriter;

/** What connections have to look at beside the feed. */
final class JpaPending implements PendingWriter {
    private static final String SELECT =
            "SELECT p.record_id, p.state, p.stamp, p.sent, p.unanswered FROM sync_pending p WHERE p.connection = ? AND p.record_type = ? AND ";
    private static final String INSERT =
            "INSERT INTO sync_pending (id, connection, record_type, record_id, state, stamp, since, tried, sent, attempts,"
                    + " error, message, violations) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final EntityManager em;

    JpaPending(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<Pending> due(String connection, RecordType type, int limit) {
        return new Sql(
                        SELECT + "p.state IN ('AGAIN', 'CREATING', 'CHANGING') ORDER BY p.tried, p.record_id LIMIT "
                                + limit,
                        connection,
                        type.key())
                .read(em, JpaPending::pending);
    }

    @Override
    public List<UUID> begun(String connection, RecordType type, UUID after, int limit) {
        return records("p.state = 'CREATING'", connection, type, after, limit);
    }

    @Override
    public List<UUID> waiting(String connection, RecordType type, UUID after, int limit) {
        return records("p.state IN ('AGAIN', 'CREATING', 'CHANGING')", connection, type, after, limit);
    }

    private List<UUID> records(String states, String connection, RecordType type, UUID after, int limit) {
        Sql sql = new Sql(
                "SELECT p.record_id FROM sync_pending p WHERE p.connection = ? AND p.record_type = ? AND " + states,
                connection,
                type.key());
        if (after != null) {
            sql.add(" AND p.record_id > ?", after);
        }
        return sql.add(" ORDER BY p.record_id LIMIT " + limit).read(em, row -> row.getObject(1, UUID.class));
    }

    @Override
    public Set<String> begunCodes(String connection, RecordType type, Collection<String> codes) {
        Set<String> found = new HashSet<>();
        for (List<String> chunk : Sets.chunks(new HashSet<>(codes))) {
            found.addAll(new Sql(
                            "SELECT r.code FROM sync_pending p JOIN " + type.key() + " r ON r.id = p.record_id"
                                    + " WHERE p.connection = ? AND p.record_type = ? AND p.state = 'CREATING' AND ",
                            connection,
                            type.key())
                    .in("r.code", chunk)
                    .read(em, row -> row.getString(1)));
        }
        return found;
    }

    @Override
    public boolean isBegun(RecordType type, UUID record) {
        return !new Sql(
                        "SELECT p.record_id FROM sync_pending p WHERE p.record_id = ? AND p.record_type = ?"
                                + " AND p.state = 'CREATING'",
                        record,
                        type.key())
                .read(em, row -> row.getObject(1, UUID.class))
                .isEmpty();
    }

    @Override
    public List<Pending> of(String connection, RecordType type, Collection<UUID> records) {
        List<Pending> found = new ArrayList<>();
        for (List<UUID> chunk : Sets.chunks(new HashSet<>(records))) {
            found.addAll(new Sql(SELECT, connection, type.key())
                    .in("p.record_id", chunk)
                    .read(em, JpaPending::pending));
        }
        return found;
    }

    private static Pending pending(ResultSet row) throws SQLException {
        return new Pending(
                row.getObject(1, UUID.class),
                State.valueOf(row.getString(2)),
                row.getObject(3, UUID.class),
                row.getString(4),
                Times.of(row, 5));
    }

    @Override
    public void again(String connection, RecordType type, Collection<UUID> records) {
        Set<UUID> fresh = new HashSet<>(records);
        Batch update = new Batch("UPDATE sync_pending SET state = ?, stamp = ?, tried = ?"
                + " WHERE connection = ? AND record_type = ? AND record_id = ?");
        for (Pending one : of(connection, type, records)) {
            fresh.remove(one.recordId());
            State state = one.state() == State.REFUSED ? State.AGAIN : one.state();
            update.add(state.name(), Ids.next(), now(), connection, type.key(), one.recordId());
        }
        Batch insert = new Batch(INSERT);
        for (UUID id : fresh) {
            insert.add(row(connection, type, id, State.AGAIN, Ids.next(), null, 0, null, null, null));
        }
        update.run(em);
        insert.run(em);
    }

    private static Object[] row(
            String connection,
            RecordType type,
            UUID id,
            State state,
            UUID stamp,
            String sent,
            long attempts,
            String error,
            String message,
            String violations) {
        OffsetDateTime now = now();
        return new Object[] {
            Ids.next(),
            connection,
            type.key(),
            id,
            state.name(),
            stamp,
            now,
            now,
            sent,
            attempts,
            error,
            message,
            violations
        };
    }

    @Override
    public void begun(String connection, RecordType type, List<Pending> writes) {
        Set<UUID> known =
                known(connection, type, writes.stream().map(Pending::recordId).collect(Collectors.toSet()));
        Batch insert = new Batch(INSERT);
        Batch update = new Batch("UPDATE sync_pending SET state = ?, sent = ?, unanswered = NULL, stamp = ?, tried = ?"
                + " WHERE connection = ? AND record_type = ? AND record_id = ?");
        for (Pending one : writes) {
            if (known.contains(one.recordId())) {
                update.add(one.state().name(), one.sent(), one.stamp(), now(), connection, type.key(), one.recordId());
            } else {
                insert.add(row(
                        connection, type, one.recordId(), one.state(), one.stamp(), one.sent(), 0, null, null, null));
            }
        }
        insert.run(em);
        update.run(em);
    }

    @Override
    public void unanswered(String connection, RecordType type, Collection<UUID> records) {
        Batch update = new Batch("UPDATE sync_pending SET unanswered = ? WHERE connection = ? AND record_type = ?"
                + " AND record_id = ? AND unanswered IS NULL");
        records.forEach(id -> update.add(now(), connection, type.key(), id));
        update.run(em);
    }

    @Override
    public void refused(String connection, RecordType type, Map<UUID, KontorException> reasons) {
        Set<UUID> known = known(connection, type, reasons.keySet());
        Batch insert = new Batch(INSERT);
        Batch update = new Batch("UPDATE sync_pending SET state = 'REFUSED', sent = NULL, unanswered = NULL, tried = ?,"
                + " since = CASE WHEN attempts = 0 THEN CAST(? AS TIMESTAMP(6) WITH TIME ZONE) ELSE since END,"
                + " attempts = attempts + 1, error = ?, message = ?, violations = ?"
                + " WHERE connection = ? AND record_type = ? AND record_id = ?");
        OffsetDateTime now = now();
        reasons.forEach((id, reason) -> {
            String error = reason.code().code();
            String message = Texts.shorten(Texts.storable(reason.getMessage()), 2000);
            String violations = Json.few(reason.violations());
            if (known.contains(id)) {
                update.add(now, now, error, message, violations, connection, type.key(), id);
            } else {
                insert.add(row(connection, type, id, State.REFUSED, Ids.next(), null, 1, error, message, violations));
            }
        });
        insert.run(em);
        update.run(em);
    }

    private Set<UUID> known(String connection, RecordType type, Collection<UUID> records) {
        return of(connection, type, records).stream().map(Pending::recordId).collect(Collectors.toSet());
    }

    private static OffsetDateTime now() {
        return Ids.now().atOffset(ZoneOffset.UTC);
    }

    @Override
    public void forget(String connection, RecordType type) {
        new Sql(
                        "DELETE FROM sync_pending WHERE connection = ? AND record_type = ? AND state <> 'CREATING'",
                        connection,
                        type.key())
                .run(em);
    }

    @Override
    public void delete(String connection, RecordType type, Map<UUID, UUID> stamps) {
        Batch delete = new Batch("DELETE FROM sync_pending WHERE connection = ? AND record_type = ? AND record_id = ?"
                + " AND stamp = ?");
        stamps.forEach((record, stamp) -> delete.add(connection, type.key(), record, stamp));
        delete.run(em);
    }
}
