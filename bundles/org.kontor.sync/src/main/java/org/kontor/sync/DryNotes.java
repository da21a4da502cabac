/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Brake;
import org.kontor.api.sync.DryRuns;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.RunItem;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.RehearsedKeys.Entry;
import org.kontor.spi.store.UnitOfWork;

/** What a dry run finds: its items and counts, and what later records depend on. Used by one thread. */
final class DryNotes {
    /** Items of a transaction. */
    private static final int STEP = 1_000;
    /** Bits for the place in a batch. */
    private static final int IN_BATCH = 20;

    private final UnitOfWork unitOfWork;
    private final CallContext context;
    private final String connection;
    private final UUID run;
    private final Set<String> said = new LinkedHashSet<>();
    private int detailed;
    private long batches;

    DryNotes(UnitOfWork unitOfWork, CallContext context, String connection, UUID run) {
        this.unitOfWork = unitOfWork;
        this.context = context;
        this.connection = connection;
        this.run = run;
    }

    /** What would become of a record, and the changes of it. */
    record Found(ItemResult result, List<FieldChange> changes) {
        static Found plain(ItemResult result) {
            return new Found(result, List.of());
        }
    }

    /** A key that a record of theirs leaves. */
    record Left(long key, String externalId) {}

    /** @param left in the order of their records */
    void add(RecordType type, List<Found> found, List<Left> left) {
        List<Entry> entries = new ArrayList<>();
        long place = ++batches << IN_BATCH;
        String last = null;
        for (Left one : left) {
            place += one.externalId().equals(last) ? 0 : 1;
            last = one.externalId();
            entries.add(new Entry(one.key(), place, type, one.externalId()));
        }
        for (int from = 0; from < found.size() || from == 0; from += STEP) {
            List<Found> step = found.subList(from, Math.min(from + STEP, found.size()));
            List<RunItem> items = items(type, step);
            List<Entry> kept = from == 0 ? entries : List.of();
            unitOfWork.write(context, transaction -> {
                transaction.sync().insertItems(items);
                transaction.sync().count(run, counts(step), null);
                transaction.rehearsed().add(run, kept);
                return null;
            });
        }
    }

    private List<RunItem> items(RecordType type, List<Found> found) {
        List<RunItem> items = new ArrayList<>();
        for (Found one : found) {
            if (one.result().outcome() != Outcome.UNCHANGED) {
                boolean told = !one.changes().isEmpty() && detailed++ < DryRuns.MOST_DETAILED;
                items.add(
                        new RunItem(Ids.next(), run, type, Ids.now(), one.result(), told ? one.changes() : List.of()));
            }
        }
        return items;
    }

    private static Map<Outcome, Integer> counts(List<Found> found) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        found.forEach(one -> counts.merge(one.result().outcome(), 1, Integer::sum));
        return counts;
    }

    /** Whether two places are of records that were taken in together. */
    static boolean isSameBatch(long place, long other) {
        return place >> IN_BATCH == other >> IN_BATCH;
    }

    List<Entry> find(Collection<Long> keys) {
        return unitOfWork.write(context, transaction -> transaction.rehearsed().find(run, keys));
    }

    Set<Long> present(Collection<Long> keys) {
        return keys.isEmpty()
                ? Set.of()
                : unitOfWork.write(
                        context, transaction -> transaction.rehearsed().present(run, keys));
    }

    /**
     * @param archives of one run, or of one look for what was deleted
     * @param sweep whether it is such a look
     */
    void braked(RecordType type, long archives, Brake brake, boolean sweep) {
        if (archives > 0 && !brake.equals(Brake.NONE)) {
            unitOfWork
                    .read(transaction -> BrakeCheck.wouldStop(transaction, connection, type, archives, brake, sweep))
                    .ifPresent(this::say);
        }
    }

    /** Tells a person something once. */
    void say(String text) {
        said.add(text);
    }

    /** What is to be told in the end; null when there is nothing. */
    String message() {
        return said.isEmpty() ? null : String.join(" ", said);
    }
}
