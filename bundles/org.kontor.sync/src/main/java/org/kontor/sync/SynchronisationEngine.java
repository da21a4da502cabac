/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import org.kontor.api.account.Account;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.Brake;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Progress;
import org.kontor.api.sync.Reach;
import org.kontor.api.sync.Rehearsed;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.RunItem;
import org.kontor.api.sync.RunState;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.api.sync.Synchronisation;
import org.kontor.spi.record.InHalves;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;
import org.kontor.spi.sync.RunObserver;

/** The engine: a batch is a transaction, and what the database refuses is narrowed down to the record that it refuses. */
@Component
public final class SynchronisationEngine implements Synchronisation {
    private final UnitOfWork unitOfWork;
    private final RecordWriter writer;
    private final RulesBook rules = new RulesBook();

    /** They come and go while runs are under way. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<RunObserver> observers = List.of();

    @Activate
    public SynchronisationEngine(@Reference UnitOfWork unitOfWork, @Reference RecordWriter writer) {
        this.unitOfWork = unitOfWork;
        this.writer = writer;
    }

    @Override
    public UUID begin(String connection, RecordType type, String source, UUID beside) {
        String shown = source.length() > 255 ? source.substring(0, 255) : source;
        Run run = Run.begun(Ids.next(), connection, type, shown, Ids.now());
        unitOfWork.write(context(connection, run.id()), transaction -> {
            transaction.sync().interruptOpenRuns(connection, beside);
            transaction.sync().insertRun(run);
            return null;
        });
        return run.id();
    }

    @Override
    public List<ItemResult> upsert(CallContext caller, String connection, Batch batch) {
        checkSize(batch.records());
        // the run as correlation: log lines and audit entries of it can be found
        CallContext context = through(caller, connection, batch.run().toString());
        List<ItemResult> results = BrakeCheck.noted(
                unitOfWork, connection, () -> InHalves.run(batch.records().size(), new Writing(context, batch)));
        rules.committed(connection, batch.type(), batch.rules());
        observers.forEach(observer -> observer.took(connection, results));
        if (batch.reach() != null) {
            observers.forEach(observer -> observer.reached(connection, batch.reach()));
        }
        return results;
    }

    private static void checkSize(List<SourceRecord> records) {
        if (records.size() > Batch.MAX_SIZE) {
            throw KontorException.invalid(
                    "records",
                    "too_many",
                    "Must be at most " + Batch.MAX_SIZE + " a batch.",
                    String.valueOf(records.size()));
        }
    }

    @Override
    public List<Rehearsed> rehearse(
            CallContext caller, String connection, RecordType type, List<SourceRecord> records, SyncRules rules) {
        checkSize(records);
        return new Rehearsal(unitOfWork, writer, type, rules)
                .of(through(caller, connection, caller.correlation()), records);
    }

    private final class Writing implements InHalves.Work<ItemResult> {
        private final CallContext context;
        private final Batch batch;

        Writing(CallContext context, Batch batch) {
            this.context = context;
            this.batch = batch;
        }

        @Override
        public Optional<List<ItemResult>> write(int from, int to) {
            return Optional.of(unitOfWork.write(context, transaction -> take(context, transaction, part(from, to))));
        }

        @Override
        public ItemResult refuse(int row, KontorException refusal) {
            List<ItemResult> results = List.of(Step.refused(batch.records().get(row), refusal));
            return unitOfWork
                    .write(context, transaction -> note(context, transaction, part(row, row + 1), results))
                    .get(0);
        }

        /** The progress goes with the last part alone: what is behind the cursor must have been taken in. */
        private Batch part(int from, int to) {
            List<SourceRecord> records = batch.records();
            boolean last = to == records.size();
            return new Batch(
                    batch.run(),
                    batch.type(),
                    records.subList(from, to),
                    batch.rules(),
                    last ? batch.progress() : null,
                    last ? batch.reach() : null);
        }
    }

    private List<ItemResult> take(CallContext context, WriteTransaction transaction, Batch batch) {
        rules.note(transaction, context.source().name(), batch.type(), batch.rules());
        List<ItemResult> results = new ArrayList<>();
        for (List<SourceRecord> step : Steps.of(batch.type(), batch.records())) {
            results.addAll(new Step(context, transaction, writer, batch.type(), batch.rules()).take(step));
        }
        check(transaction, context.source().name(), batch, results);
        return note(context, transaction, batch, results);
    }

    private static void check(WriteTransaction transaction, String connection, Batch batch, List<ItemResult> results) {
        long archives = results.stream()
                .filter(result -> result.outcome() == Outcome.ARCHIVED)
                .count();
        if (archives > 0 && !batch.rules().brake().equals(Brake.NONE)) {
            long before = transaction.sync().countItems(batch.run(), batch.type(), Outcome.ARCHIVED);
            BrakeCheck.check(
                    transaction,
                    connection,
                    batch.type(),
                    before + archives,
                    batch.rules().brake(),
                    false);
        }
    }

    /** Quarantine, items, counts and progress, in the same transaction as the records. */
    private static List<ItemResult> note(
            CallContext context, WriteTransaction transaction, Batch batch, List<ItemResult> results) {
        new Wards(transaction, context.source().name(), batch.type()).sort(batch.records(), results, batch.rules());
        note(transaction, batch.run(), batch.type(), results, batch.reach());
        if (batch.progress() != null) {
            transaction.sync().saveProgress(context.source().name(), batch.progress());
        }
        return results;
    }

    /** Items and counts of a run. */
    static void note(WriteTransaction transaction, UUID run, RecordType type, List<ItemResult> results) {
        note(transaction, run, type, results, null);
    }

    private static void note(
            WriteTransaction transaction, UUID run, RecordType type, List<ItemResult> results, Reach reach) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        List<RunItem> items = new ArrayList<>();
        for (ItemResult result : results) {
            counts.merge(result.outcome(), 1, Integer::sum);
            if (result.outcome() != Outcome.UNCHANGED) {
                items.add(new RunItem(Ids.next(), run, type, Ids.now(), result, List.of()));
            }
        }
        transaction.sync().insertItems(items);
        transaction.sync().count(run, counts, reach);
    }

    @Override
    public void complete(String connection, UUID run) {
        end(connection, run, RunState.COMPLETED, null, false);
    }

    @Override
    public void completePart(String connection, UUID run) {
        end(connection, run, RunState.COMPLETED, null, true);
    }

    @Override
    public void fail(String connection, UUID run, String message) {
        end(connection, run, RunState.FAILED, message, false);
    }

    @Override
    public void interrupt(String connection) {
        unitOfWork.write(context(connection), transaction -> {
            transaction.sync().interruptOpenRuns(connection, null);
            return null;
        });
        observers.forEach(observer -> observer.ended(connection, RunState.INTERRUPTED));
    }

    /** @param part whether it read only a part of what the connection reads */
    private void end(String connection, UUID run, RunState state, String message, boolean part) {
        unitOfWork.write(context(connection, run), transaction -> {
            transaction.sync().endRun(run, state, message);
            // one that went between the pages of another says nothing of that one
            if (state == RunState.COMPLETED && !transaction.sync().isRunning(connection)) {
                transaction.brakes().forgetReadings(connection, !part);
            }
            return null;
        });
        observers.forEach(observer -> observer.ended(connection, state));
    }

    @Override
    public Optional<String> cursor(String connection) {
        return unitOfWork.read(transaction -> transaction.sync().cursor(connection));
    }

    @Override
    public void advance(String connection, Progress progress) {
        unitOfWork.write(context(connection), transaction -> {
            transaction.sync().saveProgress(connection, progress);
            return null;
        });
    }

    @Override
    public Set<Progress.Seen> seen(String connection, Collection<Progress.Seen> rows) {
        return rows.isEmpty()
                ? Set.of()
                : unitOfWork.read(transaction -> transaction.sync().seen(connection, rows));
    }

    @Override
    public void forgetSeen(String connection, String beforeStamp) {
        unitOfWork.write(context(connection), transaction -> {
            transaction.sync().forgetSeen(connection, beforeStamp);
            return null;
        });
    }

    @Override
    public CallContext caller(String connection) {
        return context(connection);
    }

    static CallContext through(CallContext caller, String connection, String correlation) {
        return new CallContext(caller.actor(), caller.onBehalfOf(), Source.connection(connection), correlation, null);
    }

    static CallContext context(String connection) {
        return context(connection, Ids.next());
    }

    /** @param correlation the run, so that log lines and audit entries of it can be found */
    private static CallContext context(String connection, UUID correlation) {
        UUID id = UUID.nameUUIDFromBytes(("connection:" + connection).getBytes(StandardCharsets.UTF_8));
        Actor actor = new Actor(id, connection, Account.OPERATOR, Set.of(Role.INTEGRATION));
        return new CallContext(actor, null, Source.connection(connection), correlation.toString(), null);
    }
}
