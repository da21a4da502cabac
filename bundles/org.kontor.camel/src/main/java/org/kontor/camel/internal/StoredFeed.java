/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.feed.Change;
import org.kontor.api.feed.ChangeFeed;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;
import org.kontor.camel.component.FollowedFeed;
import org.kontor.spi.store.StoreCheck;
import org.kontor.spi.store.UnitOfWork;

/** The stored feed, as one connection may see it. */
final class StoredFeed implements FollowedFeed {
    /** Apart from the positions that connections themselves keep. */
    private static final String PREFIX = "route:";

    private final ChangeFeed feed;
    private final UnitOfWork unitOfWork;
    private final StoreCheck store;
    private final CallContext caller;

    StoredFeed(ChangeFeed feed, UnitOfWork unitOfWork, StoreCheck store, CallContext caller) {
        this.feed = feed;
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.caller = caller;
    }

    @Override
    public long position(String consumer, boolean fromNow) {
        OptionalLong known =
                unitOfWork.read(transaction -> transaction.feedPositions().position(PREFIX + consumer));
        if (known.isPresent()) {
            return known.getAsLong();
        }
        long first = fromNow ? end() : 0;
        move(consumer, first);
        return first;
    }

    private long end() {
        // gives a position to all that is committed
        feed.read(caller, Long.MAX_VALUE - 1, 1);
        return store.feedPosition();
    }

    @Override
    public List<Change> read(long after, int limit) {
        return feed.read(caller, after, limit);
    }

    @Override
    public Map<UUID, BusinessRecord> records(RecordType type, Collection<UUID> ids) {
        return unitOfWork.read(transaction -> transaction.records().byIds(type, caller.scope(), ids));
    }

    @Override
    public void move(String consumer, long position) {
        unitOfWork.write(caller, transaction -> transaction.feedPositions().move(PREFIX + consumer, position));
    }
}
