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
            "SELECT p.record_id, p.state, p.sent FROM sync_pending p WHERE p.connection = ? AND p.record_type = ? AND ";
    private static final String INSERT =
            "INSERT INTO sync_pending (connection, record_type, record_id, state, since, sent, attempts, error, message,"
                    + " violations) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final EntityManager em;

    JpaPending(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<Pending> due(String connection, RecordType type, int limit) {
        return new Sql(
                        SELECT + "p.state <> 'REFUSED' ORDER BY p.since, p.record_id LIMIT " + limit,
                        connection,
                        type.key())
                .read(em, JpaPending::pending);
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
        return new Pending(row.getObject(1, UUID.class), State.valueOf(row.getString(2)), row.getString(3));
    }

    @Override
    public void again(String connection, RecordType type, Collection<UUID> records) {
        Set<UUID> known = new HashSet<>();
        List<UUID> refused = new ArrayList<>();
        for (Pending one : of(connection, type, records)) {
            known.add(one.recordId());
            if (one.state() == State.REFUSED) {
                refused.add(one.recordId());
            }
        }
        for (List<UUID> chunk : Sets.chunks(refused)) {
            new Sql(
                            "UPDATE sync_pending SET state = 'AGAIN' WHERE connection = ? AND record_type = ? AND ",
                            connection,
                            type.key())
                    .in("record_id", chunk)
                    .run(em);
        }
        Batch insert = new Batch(INSERT);
        new HashSet<>(records)
                .stream()
                        .filter(id -> !known.contains(id))
                        .forEach(id -> insert.add(
                                connection, type.key(), id, State.AGAIN.name(), now(), null, 0L, null, null, null));
        insert.run(em);
    }

    @Override
    public void creating(String connection, RecordType type, List<Pending> creates) {
        Set<UUID> known =
                known(connection, type, creates.stream().map(Pending::recordId).collect(Collectors.toSet()));
        Batch insert = new Batch(INSERT);
        Batch update = new Batch("UPDATE sync_pending SET state = 'CREATING', sent = ?"
                + " WHERE connection = ? AND record_type = ? AND record_id = ?");
        for (Pending one : creates) {
            if (known.contains(one.recordId())) {
                update.add(one.sent(), connection, type.key(), one.recordId());
            } else {
                insert.add(
                        connection,
                        type.key(),
                        one.recordId(),
                        State.CREATING.name(),
                        now(),
                        one.sent(),
                        0L,
                        null,
                        null,
                        null);
            }
        }
        insert.run(em);
        update.run(em);
    }

    @Override
    public void refused(String connection, RecordType type, Map<UUID, KontorException> reasons) {
        Set<UUID> known = known(connection, type, reasons.keySet());
        Batch insert = new Batch(INSERT);
        Batch update = new Batch("UPDATE sync_pending SET state = 'REFUSED', sent = NULL, attempts = attempts + 1,"
                + " error = ?, message = ?, violations = ? WHERE connection = ? AND record_type = ? AND record_id = ?");
        reasons.forEach((id, reason) -> {
            String error = reason.code().code();
            String message = Texts.shorten(Texts.storable(reason.getMessage()), 2000);
            String violations = Json.few(reason.violations());
            if (known.contains(id)) {
                update.add(error, message, violations, connection, type.key(), id);
            } else {
                insert.add(
                        connection, type.key(), id, State.REFUSED.name(), now(), null, 1L, error, message, violations);
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
    public void delete(String connection, RecordType type, Collection<UUID> records) {
        for (List<UUID> chunk : Sets.chunks(new HashSet<>(records))) {
            new Sql("DELETE FROM sync_pending WHERE connection = ? AND record_type = ? AND ", connection, type.key())
                    .in("record_id", chunk)
                    .run(em);
        }
    }
}
