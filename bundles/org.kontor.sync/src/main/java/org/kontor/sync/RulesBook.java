/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.SyncRules;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.KnownRules;
import org.kontor.spi.store.WriteTransaction;

/**
 * Notes by which rules each connection takes records in, so that it can be told later. Written when they change; what is
 * written already is remembered, one entry for a connection and type. Thread-safe.
 */
final class RulesBook {
    private record Key(String connection, RecordType type) {}

    private final Map<Key, SyncRules> stored = new ConcurrentHashMap<>();

    /** Inside the transaction of the batch. */
    void note(WriteTransaction transaction, String connection, RecordType type, SyncRules rules) {
        if (rules.equals(stored.get(new Key(connection, type)))) {
            return;
        }
        KnownRules known = transaction.desk().rules(type, List.of(connection)).get(connection);
        if (known == null || !RulesText.read(type, known.rules()).equals(rules)) {
            transaction.desk().saveRules(type, new KnownRules(connection, RulesText.write(rules), Ids.now()));
        }
    }

    /** The batch that noted them is committed. */
    void committed(String connection, RecordType type, SyncRules rules) {
        stored.put(new Key(connection, type), rules);
    }
}
