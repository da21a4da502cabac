/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Brake;
import org.kontor.api.sync.Conflict;
import org.kontor.api.sync.Drift;
import org.kontor.api.sync.DriftKind;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.MergeRule;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Reconciliations.Left;
import org.kontor.api.sync.Reconciliations.Repaired;
import org.kontor.api.sync.Repair;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.Link;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;
import org.kontor.spi.sync.RemoteView;

/**
 * Carries one side's state to the other, of records that differ. Taking theirs in is done by the steps of the engine, after
 * what was agreed is forgotten; sending ours is left to the connection's next run, after what is there counts as agreed. Used
 * once.
 */
final class Repairing {
    /** Records of a transaction. */
    static final int STEP = 100;

    private static final int MOST_REASONS = 100;
    private static final String CONFLICT = "A person is to decide its conflicts first.";

    private final UnitOfWork unitOfWork;
    private final RecordWriter writer;
    private final CallContext context;
    private final String connection;
    private final UUID run;
    private final RemoteView remote;
    private final Repair how;
    private final List<Left> reasons = new ArrayList<>();
    private long taken;
    private long sending;
    private long left;

    Repairing(
            UnitOfWork unitOfWork,
            RecordWriter writer,
            CallContext context,
            String connection,
            UUID run,
            RemoteView remote,
            Repair how) {
        this.unitOfWork = unitOfWork;
        this.writer = writer;
        this.context = context;
        this.connection = connection;
        this.run = run;
        this.remote = remote;
        this.how = how;
    }

    Repaired done() {
        return new Repaired(run, taken, sending, left, reasons);
    }

    /** What one transaction did. */
    private static final class Work {
        final List<ItemResult> results = new ArrayList<>();
        final Set<String> done = new HashSet<>();
        final Set<String> sent = new HashSet<>();
        final Map<String, String> left = new HashMap<>();

        void taken(List<ItemResult> step) {
            for (ItemResult result : step) {
                if (result.outcome() == Outcome.REFUSED) {
                    left.put(result.externalId(), result.message());
                } else {
                    done.add(result.externalId());
                }
                results.add(result);
            }
        }
    }

    /** @param drift of one type and kind, at most {@value #STEP} */
    void repair(RecordType type, DriftKind kind, List<Drift> drift) {
        Map<String, Drift> byId = new HashMap<>();
        drift.forEach(one -> byId.put(one.externalId(), one));
        boolean gone = kind == DriftKind.MISSING_THERE;
        Set<String> present = gone ? remote.keys(type).present(byId.keySet()) : Set.of();
        Map<String, SourceRecord> now = gone ? Map.of() : remote.read(type, byId.keySet());
        Work work = unitOfWork.write(context, transaction -> {
            Work one = new Work();
            if (gone) {
                missingThere(transaction, type, minus(byId.keySet(), present, one), one);
            } else {
                byId.keySet().stream()
                        .filter(id -> !now.containsKey(id))
                        .forEach(id -> one.left.put(id, "It is not there any more."));
                there(transaction, type, kind, List.copyOf(now.values()), one);
            }
            SynchronisationEngine.note(transaction, run, type, one.results);
            transaction
                    .drift()
                    .repaired(
                            one.done.stream()
                                    .filter(byId::containsKey)
                                    .map(id -> byId.get(id).id())
                                    .toList(),
                            how);
            return one;
        });
        sending += work.sent.size();
        taken += work.results.stream()
                .filter(result -> result.outcome() != Outcome.REFUSED && result.outcome() != Outcome.UNCHANGED)
                .count();
        left += work.left.size();
        work.left.forEach((id, message) -> {
            if (reasons.size() < MOST_REASONS) {
                reasons.add(new Left(type, id, message));
            }
        });
    }

    private static Set<String> minus(Set<String> ids, Set<String> present, Work work) {
        Set<String> missing = new HashSet<>(ids);
        missing.removeAll(present);
        present.forEach(id -> work.left.put(id, "It is there again."));
        return missing;
    }

    private void missingThere(WriteTransaction transaction, RecordType type, Set<String> missing, Work work) {
        if (missing.isEmpty()) {
            return;
        }
        if (how != Repair.OURS) {
            Departure departure = new Departure(context, transaction, writer, connection, type, remote.deleted(type));
            work.taken(departure.of(missing));
            return;
        }
        // there is nothing any more that could be decided between
        transaction.conflicts().delete(connection, type, missing);
        Map<String, Link> links = transaction.sync().links(connection, type, missing);
        // it is created anew when it is sent
        transaction
                .sync()
                .saveLinks(
                        connection,
                        type,
                        links.values().stream()
                                .map(link -> new Link(
                                        link.externalId(),
                                        link.recordId(),
                                        null,
                                        link.snapshot(),
                                        link.agreed(),
                                        false,
                                        true))
                                .toList());
        send(
                transaction,
                type,
                links.values().stream().collect(Collectors.toMap(Link::externalId, Link::recordId)),
                work);
    }

    private void send(WriteTransaction transaction, RecordType type, Map<String, UUID> records, Work work) {
        if (!records.isEmpty()) {
            transaction.pending().again(connection, type, new HashSet<>(records.values()));
            work.done.addAll(records.keySet());
            work.sent.addAll(records.keySet());
        }
    }

    private void there(
            WriteTransaction transaction, RecordType type, DriftKind kind, List<SourceRecord> now, Work work) {
        SyncRules rules = remote.rules(type);
        if (kind == DriftKind.MISSING_HERE) {
            if (how == Repair.OURS) {
                now.forEach(
                        one -> work.left.put(one.externalId(), "It is not here. Delete it there, or take theirs in."));
            } else {
                Set<String> begun = differences(transaction, type).begun(now);
                begun.forEach(id -> work.left.put(id, Differences.BEGUN));
                take(
                        transaction,
                        type,
                        now.stream()
                                .filter(one -> !begun.contains(one.externalId()))
                                .toList(),
                        rules,
                        work);
            }
            return;
        }
        Map<String, Link> links = transaction
                .sync()
                .links(
                        connection,
                        type,
                        now.stream().map(SourceRecord::externalId).toList());
        transaction.lock(type, links.values().stream().map(Link::recordId).collect(Collectors.toSet()));
        Set<String> asked = transaction.conflicts().of(connection, type, links.keySet()).stream()
                .map(Conflict::externalId)
                .collect(Collectors.toSet());
        List<SourceRecord> fit = new ArrayList<>();
        for (SourceRecord one : now) {
            if (!links.containsKey(one.externalId())) {
                work.left.put(one.externalId(), "The connection does not know it any more.");
            } else if (asked.contains(one.externalId())) {
                work.left.put(one.externalId(), CONFLICT);
            } else if (one.refusal() != null && how == Repair.OURS) {
                work.left.put(one.externalId(), one.refusal().getMessage());
            } else {
                fit.add(one);
            }
        }
        switch (how) {
            case THEIRS -> {
                forget(transaction, type, fit, links);
                take(transaction, type, fit, theirs(rules), work);
            }
            case OURS -> ours(transaction, type, fit, links, work);
            case BOTH -> {
                take(transaction, type, fit, rules, work);
                if (rules.bothWays()) {
                    Map<String, UUID> records = new HashMap<>();
                    fit.stream()
                            .map(SourceRecord::externalId)
                            .filter(id -> !work.left.containsKey(id))
                            .forEach(id -> records.put(id, links.get(id).recordId()));
                    send(transaction, type, records, work);
                }
            }
        }
    }

    private static SyncRules theirs(SyncRules rules) {
        return new SyncRules(rules.match(), MergeRule.THEIRS, Map.of(), true, rules.bothWays(), Brake.NONE);
    }

    /** As if nothing had ever been told: then all that is told counts. */
    private void forget(
            WriteTransaction transaction, RecordType type, List<SourceRecord> records, Map<String, Link> links) {
        transaction
                .sync()
                .saveLinks(
                        connection,
                        type,
                        records.stream()
                                .filter(one -> one.refusal() == null)
                                .map(one -> links.get(one.externalId()))
                                .map(link -> new Link(link.externalId(), link.recordId(), null, null, null, false))
                                .toList());
    }

    private void take(
            WriteTransaction transaction, RecordType type, List<SourceRecord> records, SyncRules rules, Work work) {
        List<ItemResult> results = new ArrayList<>();
        for (List<SourceRecord> step : Steps.of(type, records)) {
            results.addAll(new Step(context, transaction, writer, type, rules).take(step));
        }
        List<SourceRecord> told =
                Steps.of(type, records).stream().flatMap(List::stream).toList();
        new Wards(transaction, connection, type).sort(told, results, remote.rules(type));
        work.taken(results);
    }

    /** What is there counts as told and agreed, so that ours is an edit of ours where it is another. */
    private void ours(
            WriteTransaction transaction,
            RecordType type,
            List<SourceRecord> records,
            Map<String, Link> links,
            Work work) {
        Map<UUID, BusinessRecord> ours = transaction
                .records()
                .byIds(
                        type,
                        context.scope(),
                        records.stream()
                                .map(one -> links.get(one.externalId()).recordId())
                                .collect(Collectors.toSet()));
        Map<String, SourceRecord> byId =
                records.stream().collect(Collectors.toMap(SourceRecord::externalId, Function.identity()));
        References references = References.of(transaction, context.scope(), connection, records, false);
        Differences differences = differences(transaction, type);
        List<Link> agreed = new ArrayList<>();
        Map<String, UUID> toSend = new HashMap<>();
        byId.forEach((id, told) -> {
            Link link = links.get(id);
            BusinessRecord record = ours.get(link.recordId());
            try {
                agreed.add(agreed(told, link, record, references, differences));
                toSend.put(id, record.id());
            } catch (KontorException unknown) {
                work.left.put(id, unknown.getMessage());
            }
        });
        transaction.sync().saveLinks(connection, type, agreed);
        send(transaction, type, toSend, work);
    }

    private Differences differences(WriteTransaction transaction, RecordType type) {
        return new Differences(transaction, writer, context, connection, type, remote.rules(type));
    }

    private static Link agreed(
            SourceRecord told, Link link, BusinessRecord ours, References references, Differences differences) {
        Snapshot now = Snapshot.of(told);
        Set<String> apart = differences.apart(told, now, link, ours, references).stream()
                .map(Differences.Apart::name)
                .collect(Collectors.toSet());
        Agreed before = Agreed.of(link);
        ObjectNode kept = Nodes.MAPPER.createObjectNode();
        for (String name : before.names(ours, now)) {
            Optional<Field> field = ours.type().field(name);
            if (apart.contains(name) && field.isPresent()) {
                kept.set(name, inOurKind(field.get(), told, now, references));
            } else if (!apart.contains(name)) {
                JsonNode agreed = now.tells(name) ? Agreed.ours(ours, name) : before.get(name);
                if (!agreed.equals(now.get(name))) {
                    kept.set(name, agreed);
                }
            }
        }
        return new Link(
                link.externalId(),
                link.recordId(),
                now.hash(),
                now.json(),
                kept.isEmpty() ? null : kept.toString(),
                false);
    }

    /** What they hold, as a record of ours could hold it. */
    private static JsonNode inOurKind(Field field, SourceRecord told, Snapshot now, References references) {
        JsonNode theirs = now.get(field.path());
        if (field.target() != null) {
            return Nodes.of(references.values(told, Snapshot.parse(null)).get(field));
        }
        if (field.valueType().javaType() == List.class && theirs.isTextual()) {
            return Nodes.of(List.of(theirs.asText()));
        }
        try {
            Nodes.value(field, theirs);
            return theirs;
        } catch (NumberFormatException e) {
            return Nodes.of(null);
        }
    }
}
