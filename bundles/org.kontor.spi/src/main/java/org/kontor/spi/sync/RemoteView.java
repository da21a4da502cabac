/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.sync;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.DeleteRule;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;

/**
 * An external system as those see it who only look (requirement S12). A connector implements it; it writes nothing, there or
 * here. Called by one thread at a time. Every call may throw a {@link org.kontor.api.error.KontorException} {@code
 * unavailable} when the system does not answer.
 */
public interface RemoteView {
    /** The types that it tells of; those that others refer to come first. */
    List<RecordType> types();

    /**
     * Everything that is there, archived or not, page by page, mapped as the readings of the connection map it.
     *
     * @param after {@link Page#next()} of the page before; null for the first
     */
    Page page(String after);

    /**
     * @param parts the records by type, in the order in which a reading takes them in; at most {@link
     *     org.kontor.api.sync.Batch#MAX_SIZE} each
     * @param next where the next page begins; null on the last
     */
    record Page(List<Part> parts, String next) {
        public Page {
            parts = List.copyOf(parts);
        }
    }

    /** Records of one type that were told together. */
    record Part(RecordType type, List<SourceRecord> records) {
        public Part {
            records = List.copyOf(records);
        }
    }

    /**
     * Records as they are there now; those that are not there are missing.
     *
     * @param externalIds at most 200
     */
    Map<String, SourceRecord> read(RecordType type, Collection<String> externalIds);

    /** Which records of the type are there. */
    RemoteKeys keys(RecordType type);

    /** How records of ours look there; only where the connection sends what is ours. */
    Projection projection(RecordType type);

    /** How the connection matches and merges them. */
    SyncRules rules(RecordType type);

    /** What becomes of ours when theirs is deleted. */
    DeleteRule deleted(RecordType type);
}
