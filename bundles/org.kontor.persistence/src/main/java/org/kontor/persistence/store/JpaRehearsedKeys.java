/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.record.RecordType;
import org.kontor.spi.store.RehearsedKeys;

/** What dry runs have come by. */
final class JpaRehearsedKeys implements RehearsedKeys {
    private final EntityManager em;

    JpaRehearsedKeys(EntityManager em) {
        this.em = em;
    }

    @Override
    public void add(UUID run, List<Entry> entries) {
        Batch insert = new Batch("INSERT INTO sync_rehearsed (run_id, key_hash, place, record_type, external_id)"
                + " VALUES (?, ?, ?, ?, ?)");
        entries.forEach(
                one -> insert.add(run, one.key(), one.place(), one.type().key(), one.externalId()));
        insert.run(em);
    }

    @Override
    public List<Entry> find(UUID run, Collection<Long> keys) {
        List<Entry> found = new ArrayList<>();
        for (List<Long> chunk : Sets.chunks(new HashSet<>(keys))) {
            found.addAll(select("r.key_hash, r.place, r.record_type, r.external_id", run, chunk)
                    .read(
                            em,
                            row -> new Entry(
                                    row.getLong(1),
                                    row.getLong(2),
                                    RecordType.ofKey(row.getString(3)).orElseThrow(),
                                    row.getString(4))));
        }
        found.sort(Comparator.comparingLong(Entry::place));
        return found;
    }

    @Override
    public Set<Long> present(UUID run, Collection<Long> keys) {
        Set<Long> found = new HashSet<>();
        for (List<Long> chunk : Sets.chunks(new HashSet<>(keys))) {
            found.addAll(select("r.key_hash", run, chunk).read(em, row -> row.getLong(1)));
        }
        return found;
    }

    private static Sql select(String columns, UUID run, List<Long> keys) {
        return new Sql("SELECT " + columns + " FROM sync_rehearsed r WHERE r.run_id = ? AND ", run)
                .in("r.key_hash", keys);
    }

    @Override
    public void forget(UUID run) {
        new Sql("DELETE FROM sync_rehearsed WHERE run_id = ?", run).run(em);
    }
}
