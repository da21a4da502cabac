/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.record.RecordType;
import org.kontor.persistence.entity.AuditEntryEntity;
import org.kontor.persistence.entity.AuditValueEntity;
import org.kontor.spi.store.AuditReader;

/** Reads audit entries with their values: two queries a page. */
final class JpaAuditReader implements AuditReader {
    private final EntityManager em;

    JpaAuditReader(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<AuditEntry> ofRecord(RecordType type, UUID id, UUID before, int limit) {
        Sql sql = new Sql("SELECT a.* FROM audit_entry a WHERE a.record_id = ? AND a.record_type = ?", id, type.key());
        if (before != null) {
            sql.add(" AND a.id < ?", before);
        }
        List<AuditEntryEntity> rows =
                sql.add(" ORDER BY a.id DESC LIMIT " + limit).entities(em, AuditEntryEntity.class);
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
}
