/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.List;
import java.util.UUID;

import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.feed.Change;
import org.kontor.persistence.entity.ChangeEntity;
import org.kontor.spi.store.FeedStore;

/**
 * Numbers committed feed rows and reads numbered ones. The lock on the sequencer's row makes one sequencer at a time, on
 * all nodes; as it ends with the transaction, a node that dies holds nobody up.
 */
@Component
public final class JpaFeedStore implements FeedStore {
    private static final int AT_ONCE = 1000;

    private final JpaUnitOfWork unitOfWork;

    @Activate
    public JpaFeedStore(@Reference(target = "(osgi.unit.name=kontor)") EntityManagerFactory factory) {
        this.unitOfWork = new JpaUnitOfWork(factory);
    }

    @Override
    public List<Change> read(long after, int limit) {
        while (unitOfWork.inTransaction(JpaFeedStore::number) == AT_ONCE) {
            // more is waiting
        }
        return unitOfWork.inTransaction(em -> new Sql(
                        "SELECT f.* FROM change_feed f WHERE f.position > ? ORDER BY f.position LIMIT " + limit, after)
                .entities(em, ChangeEntity.class).stream()
                        .map(JpaFeedStore::change)
                        .toList());
    }

    private static int number(EntityManager em) {
        if (new Sql("SELECT f.id FROM change_feed f WHERE f.position IS NULL LIMIT 1")
                .read(em, row -> row.getObject(1))
                .isEmpty()) {
            return 0;
        }
        long last = new Sql("SELECT last_position FROM feed_sequencer WHERE id = 1 FOR UPDATE")
                .read(em, row -> row.getLong(1))
                .get(0);
        // Read behind the lock: what an earlier sequencer numbered is visible by now.
        List<ChangeEntity> waiting = new Sql(
                        "SELECT f.* FROM change_feed f WHERE f.position IS NULL ORDER BY f.id LIMIT " + AT_ONCE)
                .entities(em, ChangeEntity.class);
        for (ChangeEntity row : waiting) {
            row.position = ++last;
        }
        em.flush();
        new Sql("UPDATE feed_sequencer SET last_position = ? WHERE id = 1", last).run(em);
        return waiting.size();
    }

    private static Change change(ChangeEntity row) {
        UUID audit = row.id;
        return new Change(
                row.position,
                row.recordType,
                row.recordId,
                row.recordVersion,
                AuditAction.valueOf(row.action),
                row.at,
                row.source,
                audit);
    }
}
