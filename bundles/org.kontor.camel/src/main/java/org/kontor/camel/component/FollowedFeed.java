/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.kontor.api.feed.Change;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;

/** The change feed as {@code kontor:changes} follows it; what is not reachable is a KontorException. Thread-safe. */
public interface FollowedFeed {
    /**
     * Where the consumer is.
     *
     * @param fromNow whether one that is new begins behind what is there now, and not at the beginning of the feed; its
     *     position is then remembered
     */
    long position(String consumer, boolean fromNow);

    /** Changes behind that position, oldest first. */
    List<Change> read(long after, int limit);

    /** The records as they are now; what is deleted is missing. */
    Map<UUID, BusinessRecord> records(RecordType type, Collection<UUID> ids);

    /** The consumer is done with everything up to that position. */
    void move(String consumer, long position);
}
