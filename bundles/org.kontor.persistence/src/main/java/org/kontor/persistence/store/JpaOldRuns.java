/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.record.RecordType;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.OldRuns;

/** Looks by the ids, which grow with time: every statement goes along an index. */
final class JpaOldRuns implements OldRuns {
    private final EntityManager em;

    JpaOldRuns(EntityManager em) {
        this.em = em;
    }

    @Override
    public boolean claim(Instant now, Instant next) {
        return new Sql(
                                "UPDATE chore SET due_at = ? WHERE name = 'forget-runs' AND due_at <= ?",
                                Timestamp.from(next),
                                Timestamp.from(now))
                        .run(em)
                > 0;
    }

    @Override
    public List<OldRun> find(boolean withoutItems, Instant before, UUID after, int limit) {
        Sql sql = new Sql(
                "SELECT r.id, r.connection, r.record_type FROM sync_run r"
                        + " WHERE r.without_items = ? AND r.id < ? AND r.state <> 'RUNNING'",
                withoutItems,
                Ids.first(before));
        if (after != null) {
            sql.add(" AND r.id > ?", after);
        }
        return sql.add(" ORDER BY r.id LIMIT " + limit)
                .read(
                        em,
                        row -> new OldRun(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                RecordType.ofKey(row.getString(3)).orElse(null)));
    }

    @Override
    public UUID last(String connection, RecordType type) {
        Sql sql = new Sql("SELECT r.id FROM sync_run r WHERE r.connection = ?", connection);
        if (type == null) {
            sql.add(" AND r.record_type IS NULL");
        } else {
            sql.add(" AND r.record_type = ?", type.key());
        }
        return sql.add(" ORDER BY r.id DESC LIMIT 1")
                .read(em, row -> row.getObject(1, UUID.class))
                .get(0);
    }

    @Override
    public boolean remove(UUID run, int items) {
        int removed = new Sql(
                        "DELETE FROM sync_item WHERE id IN"
                                + " (SELECT i.id FROM sync_item i WHERE i.run_id = ? ORDER BY i.id LIMIT "
                                + items + ")",
                        run)
                .run(em);
        if (removed == items) {
            return false;
        }
        new Sql("DELETE FROM sync_run WHERE id = ?", run).run(em);
        return true;
    }
}
