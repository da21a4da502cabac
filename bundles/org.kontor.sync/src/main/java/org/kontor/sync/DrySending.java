/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.feed.Change;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.spi.record.FieldChanges;
import org.kontor.spi.store.Deletion;
import org.kontor.spi.store.FeedStore;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.sync.Outbound;
import org.kontor.spi.sync.RemoteView;

/** Tells what would be sent. What theirs was found to be has been told before, record by record. Used by one thread. */
final class DrySending {
    private final UnitOfWork unitOfWork;
    private final FeedStore feed;
    private final CallContext context;
    private final String connection;
    private final RemoteView remote;
    private final DryNotes notes;
    private final BooleanSupplier stopped;

    DrySending(
            UnitOfWork unitOfWork,
            FeedStore feed,
            CallContext context,
            RemoteView remote,
            DryNotes notes,
            BooleanSupplier stopped) {
        this.unitOfWork = unitOfWork;
        this.feed = feed;
        this.context = context;
        this.connection = context.source().name();
        this.remote = remote;
        this.notes = notes;
        this.stopped = stopped;
    }

    /** What is to be sent of records of ours, as they are inside the transaction; to be worked out after it. */
    Supplier<List<Plans.Plan>> plans(ReadTransaction transaction, RecordType type, Collection<UUID> records) {
        if (records.isEmpty() || !remote.rules(type).bothWays()) {
            return List::of;
        }
        return new Plans(transaction, context.scope(), connection, remote.projection(type)).of(records);
    }

    /** What becomes of them; those of which nothing is to be sent are left out. */
    List<DryNotes.Found> found(List<Plans.Plan> plans) {
        Set<UUID> away = away(
                plans.stream().filter(DrySending::waits).map(Plans.Plan::record).toList());
        List<DryNotes.Found> found = new ArrayList<>();
        for (Plans.Plan plan : plans) {
            if (plan.values().isEmpty()) {
                continue;
            }
            if (plan.refusal() != null && !waits(plan)) {
                found.add(DryNotes.Found.plain(result(plan, Outcome.REFUSED)));
            } else if (!waits(plan)
                    || DryKeys.targets(plan.record()).stream().noneMatch(one -> away.contains(one.id()))) {
                found.add(new DryNotes.Found(result(plan, Outcome.SENT), changes(plan)));
            }
        }
        return found;
    }

    private static boolean waits(Plans.Plan plan) {
        return plan.refusal() != null && Shipment.waitsForAnother(plan.refusal());
    }

    /** What records of ours point to and what is neither there nor sent before them. */
    private Set<UUID> away(List<BusinessRecord> records) {
        Map<RecordType, Set<UUID>> byType = new EnumMap<>(RecordType.class);
        records.forEach(record -> DryKeys.targets(record)
                .forEach(target -> byType.computeIfAbsent(target.type(), type -> new HashSet<>())
                        .add(target.id())));
        Set<UUID> away = new HashSet<>();
        byType.forEach((type, ids) -> {
            Set<Long> sent =
                    notes.present(ids.stream().map(id -> DryKeys.ours(type, id)).toList());
            Set<UUID> linked = unitOfWork.read(transaction ->
                    transaction.sync().linksOf(connection, type, ids).keySet());
            ids.stream()
                    .filter(id -> !linked.contains(id) && !sent.contains(DryKeys.ours(type, id)))
                    .forEach(away::add);
        });
        return away;
    }

    private static ItemResult result(Plans.Plan plan, Outcome outcome) {
        BusinessRecord record = plan.record();
        boolean refused = outcome == Outcome.REFUSED;
        return new ItemResult(
                plan.link() == null ? "" : plan.link().externalId(),
                outcome,
                record.id(),
                record.code(),
                refused ? plan.refusal().code().code() : null,
                refused ? plan.refusal().getMessage() : plan.link() == null ? "Is created there." : null,
                refused ? plan.refusal().violations() : List.of());
    }

    private static List<FieldChange> changes(Plans.Plan plan) {
        return FieldChanges.between(plan.agreed(), plan.record(), Nodes::json);
    }

    /**
     * All that is to be sent, and was not told of when theirs was read.
     *
     * @param again takes theirs in once more, of which it was refused
     */
    void send(RecordType type, BiConsumer<RecordType, List<String>> again) {
        delete(type);
        UUID after = null;
        while (!stopped.getAsBoolean()) {
            UUID from = after;
            List<UUID> page = unitOfWork.read(
                    transaction -> transaction.pending().waiting(connection, type, from, Outbound.PAGE));
            if (page.isEmpty()) {
                break;
            }
            send(type, page, again);
            after = page.get(page.size() - 1);
        }
        long position = unitOfWork.read(transaction -> transaction
                .feedPositions()
                .position(Outbound.consumer(connection, type))
                .orElse(0));
        while (!stopped.getAsBoolean()) {
            List<Change> page = feed.read(position, Outbound.PAGE);
            if (page.isEmpty()) {
                break;
            }
            Set<UUID> records = new LinkedHashSet<>();
            page.stream()
                    .filter(change -> change.recordType().equals(type.key()))
                    .forEach(change -> records.add(change.recordId()));
            send(type, records, again);
            position = page.get(page.size() - 1).position();
        }
    }

    private void send(RecordType type, Collection<UUID> page, BiConsumer<RecordType, List<String>> again) {
        Set<Long> told =
                notes.present(page.stream().map(id -> DryKeys.ours(type, id)).toList());
        List<UUID> records = page.stream()
                .filter(id -> !told.contains(DryKeys.ours(type, id)))
                .toList();
        if (records.isEmpty()) {
            return;
        }
        List<Plans.Plan> plans = unitOfWork
                .read(transaction -> plans(transaction, type, records))
                .get();
        Set<Long> left = notes.present(plans.stream()
                .filter(plan -> plan.link() != null)
                .map(plan -> plan.link().externalId())
                .flatMap(id -> List.of(DryKeys.refused(type, id), DryKeys.gone(type, id)).stream())
                .toList());
        List<Plans.Plan> possible = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Plans.Plan plan : plans) {
            String id = plan.link() == null ? null : plan.link().externalId();
            if (id == null || !left.contains(DryKeys.refused(type, id)) && !left.contains(DryKeys.gone(type, id))) {
                possible.add(plan);
            } else if (!left.contains(DryKeys.gone(type, id)) && !plan.values().isEmpty() && plan.refusal() == null) {
                refused.add(id);
            }
        }
        if (!refused.isEmpty()) {
            again.accept(type, refused);
        }
        List<DryNotes.Found> found = found(possible);
        List<DryNotes.Left> keys = found.stream()
                .map(DryNotes.Found::result)
                .filter(result -> result.outcome() == Outcome.SENT)
                .map(result -> new DryNotes.Left(DryKeys.ours(type, result.recordId()), result.externalId()))
                .toList();
        notes.add(type, found, keys);
    }

    /** What was deleted here is to be deleted there. */
    private void delete(RecordType type) {
        List<Deletion> due = Undone.of(unitOfWork, context, transaction -> {
            List<Deletion> all = new ArrayList<>();
            List<Deletion> page = transaction.deletions().due(connection, type, Outbound.PAGE);
            while (!page.isEmpty()) {
                all.addAll(page);
                transaction
                        .deletions()
                        .forget(
                                connection,
                                type,
                                page.stream().map(Deletion::externalId).toList());
                page = transaction.deletions().due(connection, type, Outbound.PAGE);
            }
            return all;
        });
        notes.add(
                type,
                due.stream()
                        .map(one -> DryNotes.Found.plain(new ItemResult(
                                one.externalId(),
                                Outcome.SENT,
                                one.recordId(),
                                one.code(),
                                null,
                                "Is deleted there.",
                                List.of())))
                        .toList(),
                List.of());
    }
}
