/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.SyncRules;
import org.kontor.spi.sync.Outbound;
import org.kontor.spi.sync.RemoteType;

/** Has nothing to send. */
class NoOutbound implements Outbound {
    /** What it was told not to send any more. */
    final Set<String> forgotten = new ConcurrentSkipListSet<>();

    @Override
    public List<ItemResult> settle(String connection, Supplier<UUID> run, RemoteType remote, SyncRules rules) {
        return List.of();
    }

    @Override
    public Sent send(String connection, Supplier<UUID> run, RemoteType remote, SyncRules rules) {
        return new Sent(List.of(), false);
    }

    @Override
    public void forget(String connection, RecordType type) {
        forgotten.add(connection + " " + type.key());
    }
}
