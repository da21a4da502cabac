/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.persistence.EntityManager;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.persistence.entity.AuditEntryEntity;
import org.kontor.persistence.entity.AuditValueEntity;
import org.kontor.persistence.entity.ChangeEntity;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.PersonChange;
import org.kontor.spi.store.RecordChange;

/** Writes the audit entry and the feed entry of every change. */
final class JournalWriter {
    private final EntityManager em;
    private final CallContext context;

    JournalWriter(EntityManager em, CallContext context) {
        this.em = em;
        this.context = context;
    }

    void record(RecordChange change) {
        BusinessRecord after = change.after();
        long version = change.before() == null ? 1 : change.before().version() + 1;
        record(change.action(), after, version, after.header().changed().at(), changes(change.before(), after));
    }

    /** A deletion: every field is gone. */
    void recordDeletion(BusinessRecord record) {
        record(AuditAction.DELETE, record, record.version() + 1, Ids.now(), changes(record, null));
    }

    private void record(
            AuditAction action, BusinessRecord record, long version, Instant at, List<FieldChange> changes) {
        UUID account = record.header().managingAccount();
        ChangeEntity entry = new ChangeEntity();
        entry.id = write(at, account, action, record.type().key(), record.id(), version, changes);
        entry.account = account;
        entry.recordType = record.type().key();
        entry.recordId = record.id();
        entry.recordVersion = version;
        entry.action = action.name();
        entry.at = at;
        entry.source = context.source().toString();
        em.persist(entry);
    }

    void record(PersonChange change) {
        write(
                Ids.now(),
                change.after().account(),
                change.action(),
                "person",
                change.after().id(),
                change.after().credentialVersion(),
                change.shown());
    }

    private UUID write(
            Instant at,
            UUID account,
            AuditAction action,
            String recordType,
            UUID recordId,
            long version,
            List<FieldChange> changes) {
        AuditEntryEntity entry = new AuditEntryEntity();
        entry.id = Ids.next();
        entry.account = account;
        entry.at = at;
        entry.actorId = context.actor().id();
        entry.actor = context.actor().name();
        entry.onBehalfOf =
                context.onBehalfOf() == null ? null : context.onBehalfOf().name();
        entry.source = context.source().toString();
        entry.action = action.name();
        entry.recordType = recordType;
        entry.recordId = recordId;
        entry.recordVersion = version;
        entry.correlation = context.correlation();
        em.persist(entry);
        AuditValueEntity value = new AuditValueEntity();
        value.entryId = entry.id;
        value.changes = Json.write(changes);
        em.persist(value);
        return entry.id;
    }

    private static List<FieldChange> changes(BusinessRecord before, BusinessRecord after) {
        List<FieldChange> changes = new ArrayList<>();
        RecordType type = (after == null ? before : after).type();
        for (Field field : type.fields()) {
            add(changes, field.path(), text(before, field), text(after, field));
        }
        add(changes, "archived", archived(before, false), archived(after, before == null));
        add(changes, "crossReferences", references(before), references(after));
        return changes;
    }

    /** @param fresh whether "not archived" goes without saying */
    private static String archived(BusinessRecord record, boolean fresh) {
        return record == null || fresh && !record.archived() ? null : String.valueOf(record.archived());
    }

    private static String text(BusinessRecord record, Field field) {
        return record == null ? null : text(record.values().get(field));
    }

    private static void add(List<FieldChange> changes, String field, String before, String after) {
        if (!java.util.Objects.equals(before, after)) {
            changes.add(new FieldChange(field, before, after));
        }
    }

    private static String references(BusinessRecord record) {
        return record == null || record.crossReferences().isEmpty()
                ? null
                : record.crossReferences().stream()
                        .map((CrossReference reference) -> reference.connection() + ":" + reference.externalId())
                        .collect(Collectors.joining(", "));
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : Json.write(list);
        }
        return value == null
                ? null
                : value instanceof java.math.BigDecimal number ? number.toPlainString() : value.toString();
    }
}
