/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.RecordType;

/**
 * The engine that takes records of external systems in (requirements S3, S5 to S7, S10). It knows neither Camel nor any
 * system. One run of a connection at a time; different connections may call at once.
 */
public interface Synchronisation {
    /**
     * Begins a run; one that a kill left open is marked INTERRUPTED first.
     *
     * @param type the type it carries, or null for several
     * @param source what is read, at most 255 characters
     */
    default UUID begin(String connection, RecordType type, String source) {
        return begin(connection, type, source, null);
    }

    /**
     * Begins a run that goes between the batches of another one, which stays open.
     *
     * @param beside that other run of the connection, or null
     */
    UUID begin(String connection, RecordType type, String source, UUID beside);

    /**
     * Takes a batch in as one transaction: records, cross references, snapshots, audit, feed, items, counts and progress.
     * What was refused is an item with its reason and stops nothing. When the database refuses the batch it is tried in
     * halves.
     *
     * @return a result per record, in order
     */
    default List<ItemResult> upsert(String connection, Batch batch) {
        return upsert(caller(connection), connection, batch);
    }

    /** The same, done by somebody: audit and stamps name the actor, and the connection as the source. */
    List<ItemResult> upsert(CallContext caller, String connection, Batch batch);

    /**
     * What would become of the records; writes nothing.
     *
     * @param records at most {@value Batch#MAX_SIZE}
     * @return an answer per record, in order
     */
    List<Rehearsed> rehearse(
            CallContext caller, String connection, RecordType type, List<SourceRecord> records, SyncRules rules);

    /** The context that a connection itself acts in. */
    CallContext caller(String connection);

    void complete(String connection, UUID run);

    /**
     * Completes a run that read only a part of what the connection reads, for example records that a person named: what a
     * brake stopped and nobody released stays stopped.
     */
    default void completePart(String connection, UUID run) {
        complete(connection, run);
    }

    void fail(String connection, UUID run, String message);

    /**
     * Ends runs of a connection that were left open as INTERRUPTED: it was stopped after a batch, and the next run goes on
     * behind it.
     */
    void interrupt(String connection);

    /** The cursor committed last. */
    Optional<String> cursor(String connection);

    /** Remembers progress that comes without records. */
    void advance(String connection, Progress progress);

    /** Which of the rows are remembered at exactly this state. */
    Set<Progress.Seen> seen(String connection, Collection<Progress.Seen> rows);

    /** Forgets remembered rows whose stamp sorts before the given one. */
    void forgetSeen(String connection, String beforeStamp);
}
