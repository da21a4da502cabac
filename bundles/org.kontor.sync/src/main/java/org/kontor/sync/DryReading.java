/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.spi.record.FieldChanges;
import org.kontor.spi.record.InHalves;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;
import org.kontor.spi.sync.RemoteView;

/**
 * Takes what is told in, and takes it back: by the very steps of the engine, so that it cannot tell anything else. Used by one
 * thread.
 */
final class DryReading {
    private final UnitOfWork unitOfWork;
    private final RecordWriter writer;
    private final CallContext context;
    private final RemoteView remote;
    private final DryNotes notes;
    private final DrySending sending;
    private final Earlier earlier;
    private final Map<RecordType, Long> archives = new EnumMap<>(RecordType.class);

    DryReading(
            UnitOfWork unitOfWork,
            RecordWriter writer,
            CallContext context,
            RemoteView remote,
            DryNotes notes,
            DrySending sending,
            Earlier earlier) {
        this.unitOfWork = unitOfWork;
        this.writer = writer;
        this.context = context;
        this.remote = remote;
        this.notes = notes;
        this.sending = sending;
        this.earlier = earlier;
    }

    void read(RemoteView.Page page) {
        read(page, Between.NOTHING);
    }

    private void read(RemoteView.Page page, Between between) {
        earlier.turn(page);
        for (RemoteView.Part part : page.parts()) {
            InHalves.run(part.records().size(), new Reading(part, between));
        }
    }

    /**
     * What comes before records are taken in, after what they depend on.
     *
     * @param keys what it depends on itself
     */
    record Between(Set<Long> keys, Consumer<WriteTransaction> work) {
        private static final Between NOTHING = new Between(Set.of(), transaction -> {});
    }

    /** Of records of which ours is to be sent, and which were refused: the run reads them before it sends. */
    void again(RecordType type, List<String> externalIds, Between between) {
        Map<String, SourceRecord> now = remote.read(type, externalIds);
        List<SourceRecord> records =
                externalIds.stream().map(now::get).filter(Objects::nonNull).toList();
        read(new RemoteView.Page(List.of(new RemoteView.Part(type, records)), null), between);
    }

    /** All is read. */
    void end() {
        archives.forEach(
                (type, number) -> notes.braked(type, number, remote.rules(type).brake(), false));
    }

    /** @param plans of what is to be sent of those that were taken in */
    private record Answer(List<Told> told, Supplier<List<Plans.Plan>> plans) {}

    /** @param taken null when nothing was written */
    private record Told(SourceRecord source, ItemResult result, Step.Taken taken) {}

    private final class Reading implements InHalves.Work<ItemResult> {
        private final RecordType type;
        private final List<SourceRecord> all;
        private final SyncRules rules;
        private final Between between;

        Reading(RemoteView.Part part, Between between) {
            this.between = between;
            this.type = part.type();
            this.all = part.records();
            this.rules = remote.rules(type);
        }

        @Override
        public Optional<List<ItemResult>> write(int from, int to) {
            List<SourceRecord> records = all.subList(from, to);
            List<RemoteView.Part> before = earlier.of(type, records, between.keys());
            Answer answer = Undone.of(unitOfWork, context, transaction -> attempt(transaction, before, records));
            note(answer);
            return Optional.of(answer.told().stream().map(Told::result).toList());
        }

        private Answer attempt(WriteTransaction transaction, List<RemoteView.Part> before, List<SourceRecord> records) {
            takeAgain(transaction, before);
            between.work().accept(transaction);
            List<Told> told = take(transaction, type, records);
            Supplier<List<Plans.Plan>> plans = sending.plans(
                    transaction,
                    type,
                    told.stream()
                            .filter(one -> one.taken() != null)
                            .map(one -> one.taken().after().id())
                            .toList());
            return new Answer(told, plans);
        }

        private void note(Answer answer) {
            List<DryNotes.Found> found = new ArrayList<>();
            List<DryNotes.Left> left = new ArrayList<>();
            for (Told one : answer.told()) {
                found.add(new DryNotes.Found(shown(one), changes(one)));
                String id = one.result().externalId();
                if (one.taken() != null) {
                    DryKeys.left(id, one.taken()).forEach(key -> left.add(new DryNotes.Left(key, id)));
                } else if (one.result().outcome() == Outcome.REFUSED && id != null) {
                    left.add(new DryNotes.Left(DryKeys.refused(type, id), id));
                }
                if (one.result().outcome() == Outcome.ARCHIVED) {
                    archives.merge(type, 1L, Long::sum);
                }
            }
            found.addAll(sending.found(answer.plans().get()));
            notes.add(type, found, left);
        }

        @Override
        public ItemResult refuse(int row, KontorException refusal) {
            ItemResult result = Step.refused(all.get(row), refusal);
            note(new Answer(List.of(new Told(all.get(row), result, null)), List::of));
            return result;
        }
    }

    /** What was taken in, and taken back, before. */
    void takeAgain(WriteTransaction transaction, List<RemoteView.Part> parts) {
        parts.forEach(part -> take(transaction, part.type(), part.records()));
    }

    private List<Told> take(WriteTransaction transaction, RecordType type, List<SourceRecord> records) {
        List<Told> told = new ArrayList<>();
        for (List<SourceRecord> part : Steps.of(type, records)) {
            Step step = new Step(context, transaction, writer, type, remote.rules(type));
            List<ItemResult> results = step.take(part);
            for (int i = 0; i < part.size(); i++) {
                told.add(new Told(part.get(i), results.get(i), step.taken(results.get(i))));
            }
        }
        return told;
    }

    /** The id of a record that was taken back means nothing, nor does a code that was made for it. */
    private static ItemResult shown(Told told) {
        ItemResult result = told.result();
        if (told.taken() == null || told.taken().before() != null) {
            return result;
        }
        return new ItemResult(
                result.externalId(),
                result.outcome(),
                null,
                isCodeTold(told) ? result.code() : null,
                result.error(),
                result.message(),
                result.violations());
    }

    private static boolean isCodeTold(Told told) {
        return told.source().values().get(told.taken().after().type().codeField()) != null;
    }

    private List<FieldChange> changes(Told told) {
        if (told.taken() == null) {
            return List.of();
        }
        RecordType type = told.taken().after().type();
        boolean madeCode = told.taken().before() == null && !isCodeTold(told);
        List<FieldChange> changes = new ArrayList<>();
        for (FieldChange change :
                FieldChanges.between(told.taken().before(), told.taken().after(), Nodes::json)) {
            Optional<Field> field = type.field(change.field());
            String reference = field.map(told.source().references()::get).orElse(null);
            if (reference != null) {
                // ours may be one that was taken back
                String theirs = context.source().name() + ":" + reference;
                changes.add(new FieldChange(change.field(), change.before(), theirs));
            } else if (!madeCode || field.isEmpty() || field.get() != type.codeField()) {
                changes.add(change);
            }
        }
        return changes;
    }
}
