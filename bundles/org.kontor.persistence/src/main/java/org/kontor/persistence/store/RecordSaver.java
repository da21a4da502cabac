/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.ArrayList;
import java.util.List;

import javax.persistence.EntityManager;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.RecordType;
import org.kontor.spi.store.CustomFieldReader;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.RecordChange;

/** Writes records with everything that belongs to them: words, cross references, audit and feed. */
final class RecordSaver {
    private final EntityManager em;
    private final JournalWriter journal;
    private final CustomFieldReader declared;

    RecordSaver(EntityManager em, JournalWriter journal, CustomFieldReader declared) {
        this.declared = declared;
        this.em = em;
        this.journal = journal;
    }

    void save(RecordType type, List<RecordChange> changes) {
        RecordTable table = RecordTable.of(type);
        Batch inserts = table.inserts();
        Batch updates = table.updates();
        SearchIndex index = new SearchIndex(em);
        AccountTree tree = new AccountTree(em);
        Listings listings = new Listings(em, type);
        CustomValues custom = new CustomValues(em, type, declared);
        Batch references = new Batch("INSERT INTO cross_reference (id, connection, record_type, external_id, record_id,"
                + " in_conflict, gone) VALUES (?, ?, ?, ?, ?, ?, ?)");
        for (RecordChange change : changes) {
            BusinessRecord before = change.before();
            BusinessRecord after = change.after();
            if (before == null) {
                inserts.add(table.row(after));
            } else {
                updates.add(table.row(after, before.id(), before.version()));
            }
            index.change(before, after);
            tree.change(before, after);
            listings.change(before, after);
            custom.change(before, after);
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
        // new ones first: changed ones may stand below them
        inserts.run(em);
        refuseStale(changes.stream().filter(change -> change.before() != null).count(), updates.run(em));
        index.flush();
        tree.flush();
        listings.flush();
        custom.flush();
        references.run(em);
        journal.flush();
    }

    void delete(BusinessRecord record) {
        SearchIndex index = new SearchIndex(em);
        index.delete(record);
        index.flush();
        new Listings(em, record.type()).delete(record);
        CustomValues custom = new CustomValues(em, record.type(), declared);
        custom.delete(record);
        custom.flush();
        if (record.type() == RecordType.ACCOUNT) {
            AccountTree.delete(em, record.id());
            JpaProviderLinks.forget(em, record.id());
        }
        Batch deletes = RecordTable.of(record.type()).deletes();
        deletes.add(record.id(), record.version());
        refuseStale(1, deletes.run(em));
        journal.recordDeletion(record);
        journal.flush();
    }

    /** The version in the statement guards the write itself. */
    private static void refuseStale(long meant, int met) {
        if (met != meant) {
            throw new KontorException(ErrorCode.STALE_VERSION, "The record was changed meanwhile. Read it again.");
        }
    }

    private static List<CrossReference> newReferences(RecordChange change) {
        List<CrossReference> fresh = new ArrayList<>(change.after().crossReferences());
        if (change.before() != null) {
            fresh.removeAll(change.before().crossReferences());
        }
        return fresh;
    }
}
