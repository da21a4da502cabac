/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.UUID;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Progress;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.RunItem;
import org.kontor.api.sync.RunState;

/** Writes the bookkeeping of synchronisation. */
public interface SyncWriter extends SyncReader {
    /**
     * Writes the snapshots of cross references; the references of new ones were written with their record.
     *
     * @param fresh links that do not exist yet
     * @param known links whose hash and snapshot change
     */
    void saveLinks(String connection, RecordType type, List<Link> fresh, List<Link> known);

    void insertRun(Run run);

    /** Adds counts to a run: created, updated, unchanged, archived, refused; read grows by their sum. */
    void count(UUID run, long created, long updated, long unchanged, long archived, long refused);

    void endRun(UUID run, RunState state, String message);

    /** Marks the connection's runs that never ended as INTERRUPTED. */
    void interruptOpenRuns(String connection);

    void insertItems(List<RunItem> items);

    void saveProgress(String connection, Progress progress);

    void forgetSeen(String connection, String beforeStamp);
}
