/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.Location;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.RecordType;
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
        Map<UUID, RecordEntity> current = current(
                type,
                changes.stream()
                        .map(RecordChange::before)
                        .filter(Objects::nonNull)
                        .toList());
        SearchIndex index = new SearchIndex(em);
        Batch references = new Batch("INSERT INTO cross_reference (id, connection, record_type, external_id, record_id,"
                + " in_conflict, gone) VALUES (?, ?, ?, ?, ?, ?, ?)");
        for (RecordChange change : changes) {
            BusinessRecord after = change.after();
            // JPA orders inserts of one table as it likes; a parent must be there before its child.
            if (after instanceof Location location && unflushed.contains(location.parentId())) {
                em.flush();
                unflushed.clear();
            }
            RecordEntity row = change.before() == null ? insert(after) : current.get(after.id());
            RecordMapping.toRow(after, row);
            if (change.before() == null) {
                em.persist(row);
                unflushed.add(after.id());
            }
            index.change(change.before(), after);
            newReferences(change)
                    .forEach(reference -> references.add(
                            Ids.next(),
                            reference.connection(),
                            type.key(),
                            reference.externalId(),
                            after.id(),
                            false,
                            false));
            journal.record(change);
        }
        em.flush();
        index.flush();
        references.run(em);
        journal.flush();
    }

    void delete(BusinessRecord record) {
        em.remove(current(record.type(), List.of(record)).get(record.id()));
        SearchIndex index = new SearchIndex(em);
        index.delete(record);
        index.flush();
        journal.recordDeletion(record);
        em.flush();
        journal.flush();
    }

    private static RecordEntity insert(BusinessRecord record) {
        RecordEntity row = RecordMapping.newRow(record.type());
        row.id = record.id();
        return row;
    }

    /** The rows of these versions, by id; the version column guards the write itself. */
    private Map<UUID, RecordEntity> current(RecordType type, List<BusinessRecord> before) {
        Map<UUID, RecordEntity> rows = new HashMap<>();
        for (List<UUID> chunk :
                Sets.chunks(before.stream().map(BusinessRecord::id).toList())) {
            new Sql("SELECT t.* FROM " + type.key() + " t WHERE ")
                    .in("t.id", chunk)
                    .entities(em, RecordMapping.entity(type))
                    .forEach(row -> rows.put(row.id, row));
        }
        for (BusinessRecord record : before) {
            RecordEntity row = rows.get(record.id());
            if (row == null || row.version != record.version()) {
                throw new KontorException(ErrorCode.STALE_VERSION, "The record was changed meanwhile. Read it again.");
            }
        }
        return rows;
    }

    private static List<CrossReference> newReferences(RecordChange change) {
        List<CrossReference> fresh = new ArrayList<>(change.after().crossReferences());
        if (change.before() != null) {
            fresh.removeAll(change.before().crossReferences());
        }
        return fresh;
    }
}
