/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.DeleteRule;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.spi.sync.Projection;
import org.kontor.spi.sync.RemoteKeys;
import org.kontor.spi.sync.RemoteView;
import org.kontor.spi.sync.RemoteViews;

/** A {@link MemoryRemote}, looked at in short pages. */
class MemoryView implements RemoteView, RemoteViews {
    private final MemoryRemote remote;
    private final SyncRules rules;
    /** Records of a page. */
    int size = 3;

    MemoryView(MemoryRemote remote, SyncRules rules) {
        this.remote = remote;
        this.rules = rules;
    }

    @Override
    public List<RecordType> types() {
        return List.of(RecordType.CUSTOMER);
    }

    @Override
    public Page page(String after) {
        List<String> ids = remote.rows.keySet().stream()
                .filter(id -> after == null || id.compareTo(after) > 0)
                .limit(size)
                .toList();
        return new Page(
                List.of(new Part(
                        RecordType.CUSTOMER, ids.stream().map(remote::told).toList())),
                ids.size() < size ? null : ids.get(size - 1));
    }

    @Override
    public Map<String, SourceRecord> read(RecordType type, Collection<String> externalIds) {
        Map<String, SourceRecord> found = new HashMap<>();
        externalIds.stream().filter(remote.rows::containsKey).forEach(id -> found.put(id, remote.told(id)));
        return found;
    }

    @Override
    public RemoteKeys keys(RecordType type) {
        return remote;
    }

    @Override
    public Projection projection(RecordType type) {
        return remote;
    }

    @Override
    public SyncRules rules(RecordType type) {
        return rules;
    }

    @Override
    public DeleteRule deleted(RecordType type) {
        return DeleteRule.ARCHIVE;
    }

    @Override
    public Map<String, Duration> scheduled() {
        return Map.of();
    }

    @Override
    public void check(String connection) {
        // there is a view of all of them
    }

    @Override
    public <T> T look(String connection, Function<RemoteView, T> work) {
        return work.apply(this);
    }
}
