/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.FeedStore;
import org.kontor.spi.store.Link;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;
import org.kontor.spi.sync.RemoteView;

/**
 * Tells what a run would do: reads everything, looks for what was deleted there, and works out what would be sent. Its memory
 * does not grow with the records, but for those that are gone. Used once.
 */
final class DryRun {
    /** Of what is gone, taken leave of at once. */
    private static final int STEP = 500;

    private final UnitOfWork unitOfWork;
    private final RecordWriter writer;
    private final CallContext context;
    private final String connection;
    private final RemoteView remote;
    private final BooleanSupplier stopped;
    private final DryNotes notes;
    private final DrySending sending;
    private final Earlier earlier;
    private final DryReading reading;
    private final List<Gone> gone = new ArrayList<>();
    /** What that depends on. */
    private final Set<Long> held = new HashSet<>();

    DryRun(
            UnitOfWork unitOfWork,
            RecordWriter writer,
            FeedStore feed,
            CallContext context,
            UUID run,
            RemoteView remote,
            BooleanSupplier stopped) {
        this.unitOfWork = unitOfWork;
        this.writer = writer;
        this.context = context;
        this.connection = context.source().name();
        this.remote = remote;
        this.stopped = stopped;
        this.notes = new DryNotes(unitOfWork, context, connection, run);
        this.sending = new DrySending(unitOfWork, feed, context, remote, notes, stopped);
        this.earlier = new Earlier(remote, notes);
        this.reading = new DryReading(unitOfWork, writer, context, remote, notes, sending, earlier);
    }

    /** Whether it came to its end. */
    boolean run() {
        String after = null;
        do {
            RemoteView.Page page = remote.page(after);
            reading.read(page);
            after = page.next();
        } while (after != null && !stopped.getAsBoolean());
        reading.end();
        depart();
        for (RecordType type : remote.types()) {
            if (remote.rules(type).bothWays()) {
                sending.send(type, this::again);
            }
        }
        return !stopped.getAsBoolean();
    }

    /** What is to be told of it as a whole; null when there is nothing. */
    String message() {
        return notes.message();
    }

    private record Gone(RecordType type, List<String> externalIds) {}

    /** In one transaction: what hangs on a record goes before it. */
    private void depart() {
        List<RecordType> types = new ArrayList<>(remote.types());
        Collections.reverse(types);
        for (RecordType type : types) {
            List<String> missing = KeySweepEngine.missing(unitOfWork, connection, remote.keys(type), stopped);
            if (!missing.isEmpty()) {
                gone.add(new Gone(type, missing));
                notes.braked(type, missing.size(), remote.rules(type).brake(), true);
                Map<String, Link> links =
                        unitOfWork.read(transaction -> transaction.sync().links(connection, type, missing));
                links.values().forEach(link -> held.add(DryKeys.holds(type, link.recordId())));
            }
        }
        if (gone.isEmpty() || stopped.getAsBoolean()) {
            return;
        }
        List<RemoteView.Part> before = earlier.of(held);
        List<List<ItemResult>> results = Undone.of(unitOfWork, context, transaction -> {
            reading.takeAgain(transaction, before);
            return departed(transaction);
        });
        for (int i = 0; i < gone.size(); i++) {
            RecordType type = gone.get(i).type();
            notes.add(
                    type,
                    results.get(i).stream().map(DryRun::found).toList(),
                    gone.get(i).externalIds().stream()
                            .map(id -> new DryNotes.Left(DryKeys.gone(type, id), id))
                            .toList());
        }
    }

    /** What was deleted there may have given up a code here. */
    private void again(RecordType type, List<String> externalIds) {
        reading.again(type, externalIds, new DryReading.Between(held, this::departed));
    }

    private List<List<ItemResult>> departed(WriteTransaction transaction) {
        return gone.stream().map(one -> departed(transaction, one)).toList();
    }

    private List<ItemResult> departed(WriteTransaction transaction, Gone one) {
        List<ItemResult> results = new ArrayList<>();
        List<String> all = one.externalIds();
        RecordType type = one.type();
        for (int from = 0; from < all.size(); from += STEP) {
            results.addAll(new Departure(context, transaction, writer, connection, type, remote.deleted(type))
                    .of(all.subList(from, Math.min(from + STEP, all.size()))));
        }
        return results;
    }

    private static DryNotes.Found found(ItemResult result) {
        return new DryNotes.Found(
                result,
                result.outcome() == Outcome.ARCHIVED
                        ? List.of(new FieldChange(Snapshot.ARCHIVED, "false", "true"))
                        : List.of());
    }
}
