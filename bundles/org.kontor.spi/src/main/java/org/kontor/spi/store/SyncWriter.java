/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Progress;
import org.kontor.api.sync.Reach;
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

    /**
     * Adds to the counts of a run.
     *
     * @param reach how far it has come; null leaves that as it is
     */
    void count(UUID run, Map<Outcome, Integer> outcomes, Reach reach);

    /** @param message why it ended so, or null */
    void endRun(UUID run, RunState state, String message);

    /**
     * Marks the connection's runs that never ended as INTERRUPTED, but for dry runs.
     *
     * @param but not this one; or null
     */
    void interruptOpenRuns(String connection, UUID but);

    /** Marks the connection's dry runs that never ended as INTERRUPTED, and forgets what they remembered. */
    void interruptDryRuns(String connection);

    void insertItems(List<RunItem> items);

    /**
     * Counts calls of a connection to its external system.
     *
     * @param day of UTC; what was counted on another one does not count
     * @param wanted how many
     * @param most how many a day may have
     * @return how many of them are free
     */
    long takeCalls(String connection, LocalDate day, long wanted, long most);

    void saveProgress(String connection, Progress progress);

    void forgetSeen(String connection, String beforeStamp);
}
