/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.api.sync.Synchronisation;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Pending;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.sync.RemoteAnswer;
import org.kontor.spi.sync.RemoteRecord;
import org.kontor.spi.sync.RemoteType;
import org.kontor.spi.sync.RemoteWrite;

/**
 * Sends some records. Each is read there right before it is written: what was changed there since it was read last is merged
 * first, and what is changed there between reading and writing makes it begin anew. Used once.
 */
final class Shipment {
    /** How often a record is merged and written anew while somebody there goes on changing it; then the next call does. */
    private static final int ROUNDS = 5;

    /** Of a transaction that a person's edit gets in the way of. */
    private static final int ATTEMPTS = 5;

    private final UnitOfWork unitOfWork;
    private final Synchronisation inbound;
    private final RecordWriter writer;
    private final String connection;
    private final Supplier<UUID> run;
    private final RemoteType remote;
    private final RecordType type;
    private final SyncRules rules;
    private final List<ItemResult> results = new ArrayList<>();
    /** To be looked at once more. */
    private final Set<UUID> again = new LinkedHashSet<>();
    /** Done with, so that nothing waits any more, unless somebody wanted it since. */
    private final Set<UUID> done = new LinkedHashSet<>();
    /** What was noted of them when they were looked at. */
    private final Map<UUID, UUID> stamps = new HashMap<>();

    /** Of records that point to one that is not there yet. */
    private final Set<UUID> waiting = new LinkedHashSet<>();

    /** Whose creation may still be under way there. */
    private final Set<UUID> unanswered = new LinkedHashSet<>();

    private final Map<UUID, KontorException> refused = new HashMap<>();

    Shipment(
            UnitOfWork unitOfWork,
            Synchronisation inbound,
            RecordWriter writer,
            String connection,
            Supplier<UUID> run,
            RemoteType remote,
            SyncRules rules) {
        this.unitOfWork = unitOfWork;
        this.inbound = inbound;
        this.writer = writer;
        this.connection = connection;
        this.run = run;
        this.remote = remote;
        this.type = remote.type();
        this.rules = rules;
    }

    /** The run as correlation: log lines and audit entries of it can be found. */
    private CallContext context() {
        return SynchronisationEngine.through(
                inbound.caller(connection), connection, run.get().toString());
    }

    List<ItemResult> results() {
        return results;
    }

    /** @throws KontorException {@code unavailable} */
    void send(Collection<UUID> records) {
        Collection<UUID> todo = records;
        for (int round = 0; round < ROUNDS && !todo.isEmpty(); round++) {
            again.clear();
            round(todo);
            todo = List.copyOf(again);
        }
        close(todo);
    }

    /** Finds out of creates that were begun whether they were done; those that were not stay begun. */
    void settle(Collection<UUID> records) {
        plans(records).stream().filter(plan -> plan.begun() != null).forEach(this::isSettled);
        close(List.copyOf(again));
    }

    private List<Plans.Plan> plans(Collection<UUID> records) {
        return unitOfWork
                .read(transaction ->
                        new Plans(transaction, inbound.caller(connection).scope(), connection, remote).of(records))
                .get();
    }

    private void round(Collection<UUID> todo) {
        List<Plans.Plan> plans = plans(todo);
        List<Plans.Plan> updates = new ArrayList<>();
        List<Plans.Plan> creates = new ArrayList<>();
        for (Plans.Plan plan : plans) {
            if (plan.pending() != null) {
                stamps.put(plan.record().id(), plan.pending().stamp());
            }
            if (plan.values().isEmpty()) {
                done.add(plan.record().id());
            } else if (plan.refusal() != null && waitsForAnother(plan.refusal())) {
                waiting.add(plan.record().id());
            } else if (plan.refusal() != null) {
                refuse(plan.record(), plan.link() == null ? "" : plan.link().externalId(), plan.refusal());
            } else {
                (plan.link() == null ? creates : updates).add(plan);
            }
        }
        List<RemoteWrite> writes = new ArrayList<>();
        merge(updates, writes);
        if (!writes.isEmpty()) {
            begin(writes, Pending.State.CHANGING);
        }
        create(creates, writes);
        if (!writes.isEmpty()) {
            take(writes, remote.write(writes));
        }
    }

    /** A location whose customer is not there yet is no mistake of anybody. */
    static boolean waitsForAnother(KontorException refusal) {
        return !refusal.violations().isEmpty()
                && refusal.violations().stream().allMatch(one -> one.rule().equals("reference_unknown"));
    }

    /** What was changed there is taken in first, and then looked at again; the others are to be written. */
    private void merge(List<Plans.Plan> updates, List<RemoteWrite> writes) {
        if (updates.isEmpty()) {
            return;
        }
        Map<String, RemoteRecord> there = remote.read(
                updates.stream().map(plan -> plan.link().externalId()).toList());
        Map<SourceRecord, BusinessRecord> changed = new LinkedHashMap<>();
        for (Plans.Plan plan : updates) {
            RemoteRecord now = there.get(plan.link().externalId());
            if (now == null) {
                refuse(
                        plan.record(),
                        plan.link().externalId(),
                        new KontorException(
                                ErrorCode.NOT_FOUND, "'" + plan.link().externalId() + "' is not there any more."));
            } else if (Snapshot.of(now.told()).hash().equals(plan.link().hash())) {
                writes.add(new RemoteWrite(plan.record(), now, plan.values()));
            } else {
                changed.put(now.told(), plan.record());
            }
        }
        takeIn(changed);
    }

    private void takeIn(Map<SourceRecord, BusinessRecord> changed) {
        if (changed.isEmpty()) {
            return;
        }
        List<SourceRecord> told = List.copyOf(changed.keySet());
        List<ItemResult> taken = inbound.upsert(connection, new Batch(run.get(), type, told, rules, null));
        for (int i = 0; i < told.size(); i++) {
            // what is refused waits in the quarantine: ours can be sent when theirs is understood
            if (taken.get(i).outcome() != Outcome.REFUSED) {
                again.add(changed.get(told.get(i)).id());
            }
        }
        results.addAll(taken);
    }

    /** One that was begun may be there: it is looked for, and never made a second time. */
    private void create(List<Plans.Plan> creates, List<RemoteWrite> writes) {
        List<RemoteWrite> fresh = new ArrayList<>();
        for (Plans.Plan plan : creates) {
            if (plan.begun() != null && isSettled(plan)) {
                continue;
            }
            if (plan.begun() != null && mayStillCome(plan.pending())) {
                unanswered.add(plan.record().id());
            } else {
                fresh.add(new RemoteWrite(plan.record(), null, plan.values()));
            }
        }
        if (!fresh.isEmpty()) {
            begin(fresh, Pending.State.CREATING);
            writes.addAll(fresh);
        }
    }

    /** Counted from here, when it is seen first: how long the call itself waited to go out does not matter then. */
    private boolean mayStillCome(Pending create) {
        Instant since = create.unanswered() == null ? Ids.now() : create.unanswered();
        return Ids.now().isBefore(since.plus(remote.unanswered()));
    }

    /** Whether a create that was begun needs no further one: it is there, or may be any of several. */
    private boolean isSettled(Plans.Plan plan) {
        List<RemoteRecord> found = free(remote.find(plan.begun()));
        if (found.size() > 1) {
            refuse(plan.record(), "", several(found));
        } else if (found.size() == 1) {
            commit(List.of(new Agreement.Shipped(plan.begun().record(), found.get(0))));
            again.add(plan.record().id());
        }
        return !found.isEmpty();
    }

    /** Those that stand for no record of ours yet. */
    private List<RemoteRecord> free(List<RemoteRecord> found) {
        Set<String> ids = found.stream().map(one -> one.told().externalId()).collect(Collectors.toSet());
        Set<String> taken = ids.isEmpty()
                ? Set.of()
                : unitOfWork
                        .read(transaction -> transaction.sync().links(connection, type, ids))
                        .keySet();
        return found.stream()
                .filter(one -> !taken.contains(one.told().externalId()))
                .toList();
    }

    private static KontorException several(List<RemoteRecord> found) {
        return new KontorException(
                ErrorCode.AMBIGUOUS_MATCH,
                "May be any of "
                        + found.stream()
                                .map(one -> "'" + one.told().externalId() + "'")
                                .collect(Collectors.joining(", "))
                        + " there.");
    }

    /** What is about to be written is noted: when the answer is lost, it is known there as ours. */
    private void begin(List<RemoteWrite> writes, Pending.State state) {
        List<Pending> begun = writes.stream()
                .map(write -> new Pending(write.record().id(), state, Ids.next(), Agreed.whole(write.record()), null))
                .toList();
        begun.forEach(one -> stamps.put(one.recordId(), one.stamp()));
        unitOfWork.write(inbound.caller(connection), transaction -> {
            transaction.pending().begun(connection, type, begun);
            return null;
        });
    }

    private void take(List<RemoteWrite> writes, List<RemoteAnswer> answers) {
        List<Agreement.Shipped> shipped = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            RemoteWrite write = writes.get(i);
            RemoteAnswer answer = answers.get(i);
            if (answer instanceof RemoteAnswer.Written written) {
                shipped.add(new Agreement.Shipped(write.record(), written.now()));
            } else if (answer instanceof RemoteAnswer.Refused no) {
                String id = write.isCreate() ? "" : write.existing().told().externalId();
                refuse(write.record(), id, no.reason());
            } else {
                again.add(write.record().id());
            }
        }
        commit(shipped);
    }

    private void commit(List<Agreement.Shipped> shipped) {
        if (shipped.isEmpty()) {
            return;
        }
        List<ItemResult> sent = shipped.stream()
                .map(one -> new ItemResult(
                        one.now().told().externalId(),
                        Outcome.SENT,
                        one.sent().id(),
                        one.sent().code(),
                        null,
                        null,
                        List.of()))
                .toList();
        CallContext context = context();
        List<UUID> ids = shipped.stream().map(one -> one.sent().id()).toList();
        List<Agreement.Shipped> changed = undisturbed(() -> unitOfWork.write(context, transaction -> {
            List<Agreement.Shipped> stale = new Agreement(context, transaction, writer, connection, type).of(shipped);
            transaction.pending().delete(connection, type, stamps(ids));
            SynchronisationEngine.note(transaction, run.get(), type, sent);
            return stale;
        }));
        results.addAll(sent);
        // what they make of it, or changed at once, is theirs
        Map<SourceRecord, BusinessRecord> told = new LinkedHashMap<>();
        changed.forEach(one -> told.put(one.now().told(), one.sent()));
        takeIn(told);
    }

    /** What is there already must not be forgotten because a person edits the record at this very moment. */
    private static <T> T undisturbed(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (KontorException e) {
                if (e.code() != ErrorCode.STALE_VERSION || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void refuse(BusinessRecord record, String externalId, KontorException reason) {
        refused.put(record.id(), reason);
        results.add(new ItemResult(
                externalId,
                Outcome.REFUSED,
                record.id(),
                record.code(),
                reason.code().code(),
                reason.getMessage(),
                reason.violations()));
    }

    private Map<UUID, UUID> stamps(Collection<UUID> records) {
        Map<UUID, UUID> known = new HashMap<>(stamps);
        known.keySet().retainAll(Set.copyOf(records));
        return known;
    }

    private void close(Collection<UUID> left) {
        done.removeAll(left);
        done.removeAll(refused.keySet());
        if (left.isEmpty() && done.isEmpty() && refused.isEmpty() && waiting.isEmpty() && unanswered.isEmpty()) {
            return;
        }
        List<ItemResult> told = results.stream()
                .filter(result -> refused.containsKey(result.recordId()) && result.outcome() == Outcome.REFUSED)
                .toList();
        unitOfWork.write(told.isEmpty() ? inbound.caller(connection) : context(), transaction -> {
            transaction.pending().delete(connection, type, stamps(done));
            transaction.pending().again(connection, type, left);
            transaction.pending().again(connection, type, waiting);
            transaction.pending().again(connection, type, unanswered);
            transaction.pending().unanswered(connection, type, unanswered);
            transaction.pending().refused(connection, type, refused);
            if (!told.isEmpty()) {
                SynchronisationEngine.note(transaction, run.get(), type, told);
            }
            return null;
        });
    }
}
