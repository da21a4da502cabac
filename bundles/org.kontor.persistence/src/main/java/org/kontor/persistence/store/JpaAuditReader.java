/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.audit.FieldChange;
import org.kontor.persistence.entity.AuditEntryEntity;
import org.kontor.persistence.entity.AuditValueEntity;
import org.kontor.spi.store.AuditReader;
import org.kontor.spi.store.Ids;

/** Reads audit entries with their values: two queries a page. */
final class JpaAuditReader implements AuditReader {
    /** An id is made a moment before its entry's time is taken; ids may also run ahead of the clock by a little. */
    private static final long CLOCK_MILLIS = 60_000;

    private final EntityManager em;

    JpaAuditReader(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<AuditEntry> find(UUID scope, AuditQuery query, Reader reader, UUID before, int limit) {
        Scope seen = new Scope(scope);
        // the id by which entries are walked through: that of the index in use
        String id = seen.isAll() ? "a.id" : "l.id";
        Sql sql = seen.isAll()
                ? new Sql("SELECT a.* FROM audit_entry a WHERE TRUE")
                : new Sql(
                        "SELECT a.* FROM audit_listing l JOIN audit_entry a ON a.id = l.id WHERE l.account_id = ?",
                        scope);
        given(
                sql,
                " AND a.record_type = ?",
                query.type() == null ? null : query.type().key());
        if (query.type() == null) {
            sql.add(
                    " AND (a.record_type NOT IN " + Sets.marks(JournalWriter.OF_MEMBERS.size()),
                    JournalWriter.OF_MEMBERS.toArray());
            given(sql, " OR a.account_id = ?", reader == Reader.MANAGER ? null : scope);
            sql.add(")");
            if (reader == Reader.VISITOR) {
                sql.add(
                        " AND a.record_type NOT IN " + Sets.marks(JournalWriter.OF_HOSTS.size()),
                        JournalWriter.OF_HOSTS.toArray());
            }
        }
        given(sql, " AND a.record_id = ?", query.id());
        given(sql, " AND a.actor = ?", query.actor());
        given(sql, " AND a.source = ?", query.source());
        given(sql, " AND a.at >= ?", query.from() == null ? null : Timestamp.from(query.from()));
        given(sql, " AND a.at < ?", query.until() == null ? null : Timestamp.from(query.until()));
        // Ids grow with time: the bounds of the time keep the walk through the index short.
        given(
                sql,
                " AND " + id + " >= ?",
                query.from() == null ? null : Ids.first(query.from().minusMillis(CLOCK_MILLIS)));
        given(
                sql,
                " AND " + id + " < ?",
                query.until() == null ? null : Ids.first(query.until().plusMillis(CLOCK_MILLIS)));
        given(sql, " AND " + id + " < ?", before);
        List<AuditEntryEntity> rows =
                sql.add(" ORDER BY " + id + " DESC LIMIT " + limit).entities(em, AuditEntryEntity.class);
        Map<UUID, List<FieldChange>> values = new HashMap<>();
        for (List<UUID> chunk : Sets.chunks(rows.stream().map(row -> row.id).toList())) {
            new Sql("SELECT v.* FROM audit_value v WHERE ")
                    .in("v.entry_id", chunk)
                    .entities(em, AuditValueEntity.class)
                    .forEach(value -> values.put(value.entryId, Json.changes(value.changes)));
        }
        return rows.stream()
                .map(row -> new AuditEntry(
                        row.id,
                        row.at,
                        row.actor,
                        row.onBehalfOf,
                        row.source,
                        AuditAction.valueOf(row.action),
                        row.recordType,
                        row.recordId,
                        row.recordVersion,
                        values.getOrDefault(row.id, List.of()),
                        row.correlation))
                .toList();
    }

    private static void given(Sql sql, String condition, Object value) {
        if (value != null) {
            sql.add(condition, value);
        }
    }
}
