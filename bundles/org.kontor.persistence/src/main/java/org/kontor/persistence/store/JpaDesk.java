/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Run;
import org.kontor.persistence.entity.RunEntity;
import org.kontor.spi.store.DeskWriter;
import org.kontor.spi.store.KnownLink;
import org.kontor.spi.store.KnownRules;

/** What explains a record. */
final class JpaDesk implements DeskWriter {
    /** Its violation means that another node has noted the same rules since: the transaction is tried again. */
    static final String RULES = "sync_rules";

    private final EntityManager em;

    JpaDesk(EntityManager em) {
        this.em = em;
    }

    @Override
    public List<KnownLink> links(RecordType type, UUID recordId) {
        return new Sql(
                        "SELECT x.connection, " + JpaSync.LINK + " WHERE x.record_id = ? AND x.record_type = ?",
                        recordId,
                        type.key())
                .read(em, row -> new KnownLink(row.getString(1), JpaSync.link(row, 2))).stream()
                        .sorted(Comparator.comparing(KnownLink::connection)
                                .thenComparing(known -> known.link().externalId()))
                        .toList();
    }

    @Override
    public Map<UUID, Run> runs(Collection<UUID> ids) {
        Map<UUID, Run> runs = new HashMap<>();
        for (List<UUID> chunk : Sets.chunks(Set.copyOf(ids))) {
            new Sql("SELECT r.* FROM sync_run r WHERE ")
                    .in("r.id", chunk)
                    .entities(em, RunEntity.class)
                    .forEach(row -> runs.put(row.id, JpaSync.run(row)));
        }
        return runs;
    }

    @Override
    public Map<String, KnownRules> rules(RecordType type, Collection<String> connections) {
        Map<String, KnownRules> rules = new HashMap<>();
        for (List<String> chunk : Sets.chunks(Set.copyOf(connections))) {
            new Sql(
                            "SELECT r.connection, r.rules, r.since FROM " + RULES + " r WHERE r.record_type = ? AND ",
                            type.key())
                    .in("r.connection", chunk)
                    .read(
                            em,
                            row -> new KnownRules(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getObject(3, OffsetDateTime.class).toInstant()))
                    .forEach(known -> rules.put(known.connection(), known));
        }
        return rules;
    }

    @Override
    public void saveRules(RecordType type, KnownRules rules) {
        Timestamp since = Timestamp.from(rules.since());
        int there = new Sql(
                        "UPDATE " + RULES + " SET rules = ?, since = ? WHERE connection = ? AND record_type = ?",
                        rules.rules(),
                        since,
                        rules.connection(),
                        type.key())
                .run(em);
        if (there == 0) {
            new Sql(
                            "INSERT INTO " + RULES + " (connection, record_type, rules, since) VALUES (?, ?, ?, ?)",
                            rules.connection(),
                            type.key(),
                            rules.rules(),
                            since)
                    .run(em);
        }
    }
}
