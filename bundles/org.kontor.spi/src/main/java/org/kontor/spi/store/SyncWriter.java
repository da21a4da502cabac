/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Progress;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.RunItem;
import org.kontor.api.sync.RunState;

/** Writes the bookkeeping of synchronisation. */
public interface SyncWriter extends SyncReader {
    /** Writes what was agreed beside cross references; the references themselves were written with their records. */
    void saveLinks(String connection, RecordType type, List<Link> links);

    /** Removes cross references to records that are gone there. */
    void dropGone(String connection, RecordType type, Collection<UUID> records);

    /** Removes all cross references of a record, with what waits for its connections: it is deleted. */
    void dropLinks(RecordType type, UUID record);

    void insertRun(Run run);

    /** Adds to the counts of a run. */
    void count(UUID run, Map<Outcome, Integer> outcomes);

    /** @param message why it ended so, or null */
    void endRun(UUID run, RunState state, String message);

    /** Marks the connection's runs that never ended as INTERRUPTED. */
    void interruptOpenRuns(String connection);

    void insertItems(List<RunItem> items);

    void saveProgress(String connection, Progress progress);

    void forgetSeen(String connection, String beforeStamp);
}
