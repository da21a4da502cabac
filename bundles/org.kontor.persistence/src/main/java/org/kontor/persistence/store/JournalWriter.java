/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.record.BusinessRecord;
import org.kontor.persistence.entity.AuditEntryEntity;
import org.kontor.persistence.entity.AuditValueEntity;
import org.kontor.persistence.entity.ChangeEntity;
import org.kontor.spi.record.FieldChanges;
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
        return FieldChanges.between(before, after, Json::write);
    }
}
