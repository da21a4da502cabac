/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.Location;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.RecordType;
import org.kontor.persistence.entity.CrossReferenceEntity;
import org.kontor.persistence.entity.RecordEntity;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.RecordChange;

/** Writes records with everything that belongs to them: words, cross references, audit and feed. */
final class RecordSaver {
    private final EntityManager em;
    private final JournalWriter journal;

    RecordSaver(EntityManager em, JournalWriter journal) {
        this.em = em;
        this.journal = journal;
    }

    void save(RecordType type, List<RecordChange> changes) {
        Set<UUID> unflushed = new HashSet<>();
        SearchIndex index = new SearchIndex(em);
        for (RecordChange change : changes) {
            BusinessRecord after = change.after();
            // JPA orders inserts of one table as it likes; a parent must be there before its child.
            if (after instanceof Location location && unflushed.contains(location.parentId())) {
                em.flush();
                unflushed.clear();
            }
            RecordEntity row = change.before() == null ? insert(after) : current(change.before());
            RecordMapping.toRow(after, row);
            if (change.before() == null) {
                em.persist(row);
                unflushed.add(after.id());
            }
            index.change(change.before(), after);
            newReferences(change).forEach(reference -> em.persist(crossReference(after, reference)));
            journal.record(change);
        }
        em.flush();
        index.flush();
    }

    void delete(BusinessRecord record) {
        em.remove(current(record));
        SearchIndex index = new SearchIndex(em);
        index.delete(record);
        index.flush();
        journal.recordDeletion(record);
        em.flush();
    }

    private static RecordEntity insert(BusinessRecord record) {
        RecordEntity row = RecordMapping.newRow(record.type());
        row.id = record.id();
        return row;
    }

    /** The row as this transaction read it; the version column guards the write itself. */
    private RecordEntity current(BusinessRecord before) {
        RecordEntity row = em.find(RecordMapping.entity(before.type()), before.id());
        if (row == null || row.version != before.version()) {
            throw new KontorException(ErrorCode.STALE_VERSION, "The record was changed meanwhile. Read it again.");
        }
        return row;
    }

    private static List<CrossReference> newReferences(RecordChange change) {
        List<CrossReference> fresh = new ArrayList<>(change.after().crossReferences());
        if (change.before() != null) {
            fresh.removeAll(change.before().crossReferences());
        }
        return fresh;
    }

    private static CrossReferenceEntity crossReference(BusinessRecord record, CrossReference reference) {
        CrossReferenceEntity row = new CrossReferenceEntity();
        row.id = Ids.next();
        row.connection = reference.connection();
        row.recordType = record.type().key();
        row.externalId = reference.externalId();
        row.recordId = record.id();
        return row;
    }
}
