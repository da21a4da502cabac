/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.kontor.api.record.RecordType;

/**
 * A page of records of one type that is taken in as one transaction.
 *
 * @param run the run it belongs to
 * @param records at most {@value #MAX_SIZE}
 * @param rules how they are matched and merged
 * @param progress what is remembered with the batch, in the same transaction; or null
 * @param reach how far the run has come with it; null leaves that as it is
 */
public record Batch(
        UUID run, RecordType type, List<SourceRecord> records, SyncRules rules, Progress progress, Reach reach) {
    public static final int MAX_SIZE = 1000;

    public Batch {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(rules, "rules");
        records = List.copyOf(records);
    }

    /** One that does not tell how far the run has come. */
    public Batch(UUID run, RecordType type, List<SourceRecord> records, SyncRules rules, Progress progress) {
        this(run, type, records, rules, progress, null);
    }
}
