/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Progress;
import org.kontor.api.sync.Reach;
import org.kontor.api.sync.Rehearsed;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.api.sync.Synchronisation;

/** An engine that keeps records, progress and runs in memory; a batch is taken in whole or not at all. */
public final class MemorySynchronisation implements Synchronisation {
    /** A run as it went. */
    public static final class Run {
        public final String source;
        public final List<Outcome> outcomes = new ArrayList<>();
        public Reach reach;
        public String end = "RUNNING";
        public String message;
        /** It read only what a person named. */
        public boolean part;

        Run(String source) {
            this.source = source;
        }

        public long count(Outcome outcome) {
            return outcomes.stream().filter(outcome::equals).count();
        }
    }

    private final Map<UUID, Run> runs = new LinkedHashMap<>();
    private final Map<String, SourceRecord> records = new TreeMap<>();
    private final Map<String, String> seen = new TreeMap<>();
    private String cursor;
    private Consumer<Batch> beforeBatch = batch -> {};

    @Override
    public synchronized UUID begin(String connection, RecordType type, String source, UUID beside) {
        Run other = runs.get(beside);
        runs.values().stream()
                .filter(run -> run != other && run.end.equals("RUNNING"))
                .forEach(run -> run.end = "INTERRUPTED");
        UUID id = UUID.randomUUID();
        runs.put(id, new Run(source));
        return id;
    }

    @Override
    public synchronized List<ItemResult> upsert(CallContext caller, String connection, Batch batch) {
        beforeBatch.accept(batch);
        Run run = runs.get(batch.run());
        List<ItemResult> results = new ArrayList<>();
        for (SourceRecord record : batch.records()) {
            SourceRecord before = records.put(key(batch.type(), record.externalId()), record);
            Outcome outcome =
                    before == null ? Outcome.CREATED : before.equals(record) ? Outcome.UNCHANGED : Outcome.UPDATED;
            run.outcomes.add(outcome);
            results.add(new ItemResult(record.externalId(), outcome, null, null, null, null, List.of()));
        }
        run.reach = batch.reach() == null ? run.reach : batch.reach();
        if (batch.progress() != null) {
            advance(connection, batch.progress());
        }
        return results;
    }

    @Override
    public synchronized void interrupt(String connection) {
        runs.values().stream().filter(run -> run.end.equals("RUNNING")).forEach(run -> run.end = "INTERRUPTED");
    }

    @Override
    public synchronized void complete(String connection, UUID run) {
        runs.get(run).end = "COMPLETED";
    }

    @Override
    public synchronized void completePart(String connection, UUID run) {
        runs.get(run).part = true;
        complete(connection, run);
    }

    @Override
    public synchronized void fail(String connection, UUID run, String message) {
        runs.get(run).end = "FAILED";
        runs.get(run).message = message;
    }

    @Override
    public synchronized Optional<String> cursor(String connection) {
        return Optional.ofNullable(cursor);
    }

    @Override
    public synchronized void advance(String connection, Progress progress) {
        cursor = progress.cursor() == null ? cursor : progress.cursor();
        progress.seen().forEach(row -> seen.put(row.row(), row.stamp()));
    }

    @Override
    public synchronized Set<Progress.Seen> seen(String connection, Collection<Progress.Seen> rows) {
        Set<Progress.Seen> known = new HashSet<>(rows);
        known.removeIf(row -> !row.stamp().equals(seen.get(row.row())));
        return known;
    }

    @Override
    public synchronized void forgetSeen(String connection, String beforeStamp) {
        seen.values().removeIf(stamp -> stamp.compareTo(beforeStamp) < 0);
    }

    /** Called with every batch before it is taken in; may throw. */
    public synchronized void beforeBatch(Consumer<Batch> action) {
        beforeBatch = action;
    }

    public synchronized List<Run> runs() {
        return List.copyOf(runs.values());
    }

    public synchronized Run lastRun() {
        List<Run> all = runs();
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    public synchronized long count(RecordType type) {
        return records.keySet().stream()
                .filter(key -> key.startsWith(type.key()))
                .count();
    }

    public synchronized SourceRecord record(RecordType type, long id) {
        return records.get(key(type, Long.toString(id)));
    }

    public synchronized Map<String, SourceRecord> records() {
        return Map.copyOf(records);
    }

    public synchronized int seenRows() {
        return seen.size();
    }

    public synchronized void setCursor(String text) {
        cursor = text;
    }

    private static String key(RecordType type, String id) {
        return type.key() + ":" + id;
    }

    @Override
    public List<Rehearsed> rehearse(
            CallContext caller, String connection, RecordType type, List<SourceRecord> asked, SyncRules rules) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CallContext caller(String connection) {
        return null; // nothing is written under a name here
    }
}
