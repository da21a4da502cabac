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
        Instant at = after.header().changed().at();
        UUID id = write(
                at,
                after.header().managingAccount(),
                change.action(),
                after.type().key(),
                after.id(),
                version,
                changes(change));
        ChangeEntity entry = new ChangeEntity();
        entry.id = id;
        entry.account = after.header().managingAccount();
        entry.recordType = after.type().key();
        entry.recordId = after.id();
        entry.recordVersion = version;
        entry.action = change.action().name();
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

    private static List<FieldChange> changes(RecordChange change) {
        BusinessRecord before = change.before();
        BusinessRecord after = change.after();
        List<FieldChange> changes = new ArrayList<>();
        for (Field field : after.type().fields()) {
            add(
                    changes,
                    field.path(),
                    before == null ? null : text(before.values().get(field)),
                    text(after.values().get(field)));
        }
        add(
                changes,
                "archived",
                before == null ? null : String.valueOf(before.archived()),
                before == null && !after.archived() ? null : String.valueOf(after.archived()));
        add(changes, "crossReferences", before == null ? null : references(before), references(after));
        return changes;
    }

    private static void add(List<FieldChange> changes, String field, String before, String after) {
        if (!java.util.Objects.equals(before, after)) {
            changes.add(new FieldChange(field, before, after));
        }
    }

    private static String references(BusinessRecord record) {
        return record.crossReferences().isEmpty()
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
