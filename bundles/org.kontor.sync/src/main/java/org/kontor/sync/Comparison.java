/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Drift;
import org.kontor.api.sync.DriftCounts;
import org.kontor.api.sync.DriftKind;
import org.kontor.api.sync.Reconciliations;
import org.kontor.api.sync.SourceRecord;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.sync.KeySweep;
import org.kontor.spi.sync.RemoteKeys;
import org.kontor.spi.sync.RemoteView;

/**
 * Compares everything that is there with ours, and then everything that we know with what is there, page by page: its memory
 * does not grow with the records. Used once.
 */
final class Comparison {
    /** Records that are looked at twice at once. */
    private static final int AGAIN = 200;

    private final UnitOfWork unitOfWork;
    private final RecordWriter writer;
    private final CallContext context;
    private final String connection;
    private final UUID id;
    private final RemoteView remote;
    private final BooleanSupplier stopped;
    private final Map<RecordType, Map<DriftKind, Long>> found = new EnumMap<>(RecordType.class);
    private final Map<RecordType, Long> there = new EnumMap<>(RecordType.class);
    private final Map<DriftKind, Integer> listed = new EnumMap<>(DriftKind.class);

    Comparison(
            UnitOfWork unitOfWork,
            RecordWriter writer,
            CallContext context,
            String connection,
            UUID id,
            RemoteView remote,
            BooleanSupplier stopped) {
        this.unitOfWork = unitOfWork;
        this.writer = writer;
        this.context = context;
        this.connection = connection;
        this.id = id;
        this.remote = remote;
        this.stopped = stopped;
        remote.types().forEach(type -> {
            there.put(type, 0L);
            found.put(type, new EnumMap<>(DriftKind.class));
        });
    }

    /** Whether it came to its end. */
    boolean run() {
        String after = null;
        do {
            RemoteView.Page page = remote.page(after);
            page.parts().forEach(this::compare);
            after = page.next();
        } while (after != null && !stopped.getAsBoolean());
        remote.types().forEach(this::seekMissing);
        return !stopped.getAsBoolean();
    }

    private void compare(RemoteView.Part part) {
        RecordType type = part.type();
        there.merge(type, (long) part.records().size(), Long::sum);
        List<Drift> first =
                unitOfWork.read(transaction -> differences(transaction, type).of(part.records()));
        note(type, secondLook(type, first));
    }

    private Differences differences(ReadTransaction transaction, RecordType type) {
        return new Differences(transaction, writer, context, connection, type, remote.rules(type));
    }

    /**
     * What was read there may be older than what is stored here by now: what seems to differ is read once more. What is not
     * listed any more, because there is too much of it, is only counted.
     */
    private List<Drift> secondLook(RecordType type, List<Drift> first) {
        List<Drift> sure = new ArrayList<>();
        Map<String, Drift> doubtful = new LinkedHashMap<>();
        for (Drift one : first) {
            if (one.kind() == DriftKind.WAITING || isFull(one.kind())) {
                sure.add(one);
            } else {
                doubtful.put(one.externalId(), one);
            }
        }
        List<String> ids = List.copyOf(doubtful.keySet());
        for (int from = 0; from < ids.size(); from += AGAIN) {
            List<String> some = ids.subList(from, Math.min(from + AGAIN, ids.size()));
            Map<String, SourceRecord> now = remote.read(type, some);
            List<SourceRecord> inOrder =
                    some.stream().map(now::get).filter(Objects::nonNull).toList();
            sure.addAll(unitOfWork.read(
                    transaction -> differences(transaction, type).of(inOrder)));
        }
        return sure;
    }

    private boolean isFull(DriftKind kind) {
        return listed.getOrDefault(kind, 0) >= Reconciliations.MOST_LISTED;
    }

    private void seekMissing(RecordType type) {
        RemoteKeys keys = remote.keys(type);
        String after = "";
        while (!stopped.getAsBoolean()) {
            String from = after;
            List<String> page = unitOfWork.read(
                    transaction -> transaction.sync().externalIds(connection, type, from, KeySweep.PAGE));
            if (page.isEmpty()) {
                break;
            }
            Set<String> present = keys.present(page);
            Collection<String> missing =
                    page.stream().filter(one -> !present.contains(one)).collect(Collectors.toSet());
            if (!missing.isEmpty()) {
                note(type, unitOfWork.read(transaction -> differences(transaction, type)
                        .missingThere(missing)));
            }
            after = page.get(page.size() - 1);
        }
        close(type);
    }

    private void note(RecordType type, List<Drift> drift) {
        List<Drift> rows = new ArrayList<>();
        for (Drift one : drift) {
            found.get(type).merge(one.kind(), 1L, Long::sum);
            if (!isFull(one.kind())) {
                listed.merge(one.kind(), 1, Integer::sum);
                rows.add(one);
            }
        }
        unitOfWork.write(context, transaction -> {
            transaction.drift().add(id, rows);
            transaction.drift().count(id, counts(type, 0, 0));
            return null;
        });
    }

    /** What is counted in the database is counted once. */
    private void close(RecordType type) {
        unitOfWork.write(context, transaction -> {
            long linked = transaction.sync().countLinks(connection, type);
            long unlinked = transaction.drift().countUnlinked(context.scope(), connection, type);
            transaction.drift().count(id, counts(type, linked, unlinked));
            return null;
        });
    }

    private DriftCounts counts(RecordType type, long linked, long unlinked) {
        return new DriftCounts(
                type,
                there.get(type),
                linked,
                unlinked,
                count(type, DriftKind.MISSING_HERE),
                count(type, DriftKind.MISSING_THERE),
                count(type, DriftKind.DIFFERS),
                count(type, DriftKind.WAITING));
    }

    private long count(RecordType type, DriftKind kind) {
        return found.get(type).getOrDefault(kind, 0L);
    }
}
