/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.persistence.EntityManager;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.QuarantineQuery;
import org.kontor.api.sync.Quarantined;
import org.kontor.spi.store.QuarantineEntry;
import org.kontor.spi.store.QuarantineWriter;

/** The quarantine: one row for a record of an external system, gone as soon as it is taken in. */
final class JpaQuarantine implements QuarantineWriter {
    private static final String SELECT =
            "SELECT q.id, q.connection, q.record_type, q.external_id, q.record_id, q.error, q.message, q.violations, q.told,"
                    + " q.rules, q.first_seen, q.last_seen, q.attempts FROM sync_quarantine q WHERE ";

    private final EntityManager em;

    JpaQuarantine(EntityManager em) {
        this.em = em;
    }

    @Override
    public Optional<QuarantineEntry> byId(UUID id) {
        return new Sql(SELECT + "q.id = ?", id)
                .read(em, JpaQuarantine::entry).stream().findFirst();
    }

    @Override
    public List<QuarantineEntry> list(QuarantineQuery query, UUID after, int limit) {
        Sql sql = new Sql(SELECT + "1 = 1");
        sql.where("q.connection", query.connection());
        sql.where("q.record_type", query.type() == null ? null : query.type().key());
        sql.where("q.record_id", query.recordId());
        sql.where("q.error", query.error());
        if (after != null) {
            sql.add(" AND q.id > ?", after);
        }
        return sql.add(" ORDER BY q.id LIMIT " + limit).read(em, JpaQuarantine::entry);
    }

    private static QuarantineEntry entry(ResultSet row) throws SQLException {
        return new QuarantineEntry(
                new Quarantined(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        RecordType.ofKey(row.getString(3)).orElseThrow(),
                        row.getString(4),
                        row.getObject(5, UUID.class),
                        row.getString(6),
                        row.getString(7),
                        Json.violations(row.getString(8)),
                        Json.values(row.getString(9)),
                        row.getObject(11, OffsetDateTime.class).toInstant(),
                        row.getObject(12, OffsetDateTime.class).toInstant(),
                        row.getInt(13)),
                row.getString(10));
    }

    @Override
    public void put(String connection, RecordType type, List<QuarantineEntry> entries) {
        Set<String> known = known(
                connection,
                type,
                entries.stream().map(entry -> entry.record().externalId()).collect(Collectors.toSet()));
        Batch insert = new Batch(
                "INSERT INTO sync_quarantine (record_id, error, message, violations, told, rules, last_seen, first_seen,"
                        + " attempts, id, connection, record_type, external_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)");
        Batch update = new Batch("UPDATE sync_quarantine SET record_id = ?, error = ?, message = ?, violations = ?,"
                + " told = ?, rules = ?, last_seen = ?, attempts = attempts + 1"
                + " WHERE connection = ? AND record_type = ? AND external_id = ?");
        for (QuarantineEntry entry : entries) {
            Quarantined record = entry.record();
            OffsetDateTime seen = record.lastSeen().atOffset(ZoneOffset.UTC);
            String message = Texts.shorten(Texts.storable(record.message()), 2000);
            String violations = Json.few(record.violations());
            String told = Json.write(record.values());
            if (known.add(record.externalId())) {
                insert.add(
                        record.recordId(),
                        record.error(),
                        message,
                        violations,
                        told,
                        entry.rules(),
                        seen,
                        seen,
                        record.id(),
                        connection,
                        type.key(),
                        record.externalId());
            } else {
                update.add(
                        record.recordId(),
                        record.error(),
                        message,
                        violations,
                        told,
                        entry.rules(),
                        seen,
                        connection,
                        type.key(),
                        record.externalId());
            }
        }
        insert.run(em);
        update.run(em);
    }

    private Set<String> known(String connection, RecordType type, Collection<String> externalIds) {
        Set<String> known = new HashSet<>();
        for (List<String> chunk : Sets.chunks(externalIds)) {
            known.addAll(new Sql(
                            "SELECT q.external_id FROM sync_quarantine q WHERE q.connection = ? AND q.record_type = ? AND ",
                            connection,
                            type.key())
                    .in("q.external_id", chunk)
                    .read(em, row -> row.getString(1)));
        }
        return known;
    }

    @Override
    public void release(String connection, RecordType type, Collection<String> externalIds) {
        for (List<String> chunk : Sets.chunks(new HashSet<>(externalIds))) {
            new Sql("DELETE FROM sync_quarantine WHERE connection = ? AND record_type = ? AND ", connection, type.key())
                    .in("external_id", chunk)
                    .run(em);
        }
    }

    @Override
    public void delete(UUID id) {
        new Sql("DELETE FROM sync_quarantine WHERE id = ?", id).run(em);
    }
}
