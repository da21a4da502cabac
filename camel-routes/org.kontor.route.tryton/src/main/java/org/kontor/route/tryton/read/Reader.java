/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.kontor.api.sync.Again;
import org.kontor.api.sync.Synchronisation;
import org.kontor.route.tryton.map.PartyMapping;
import org.kontor.route.tryton.rpc.Gateway;

/** Decides what is to be read. One for a connection, called by one thread at a time. */
public final class Reader {
    /** How far Tryton's clock may run ahead of ours before its dates are taken for mistakes. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private final Tables tables;
    private final Store store;
    private final RemoteClock remote;
    private final Clock clock;
    private final Duration overlap;
    private final Duration sweep;
    private final int pageSize;
    /** Of the reading that is under way; null while the connection stands nowhere yet. */
    private Track track;

    /**
     * @param overlap how far every look for changes goes back: a row bears the time at which its transaction began, and is
     *     seen only when that commits
     * @param nanos a clock that only goes forward, like {@link System#nanoTime()}
     */
    public Reader(
            Gateway gateway,
            Synchronisation synchronisation,
            String connection,
            Duration overlap,
            Duration sweep,
            int pageSize,
            Clock clock,
            LongSupplier nanos) {
        this.tables = new Tables(gateway);
        this.store = new Store(connection, synchronisation);
        this.remote = new RemoteClock(nanos);
        this.clock = clock;
        this.overlap = overlap;
        this.sweep = sweep;
        this.pageSize = pageSize;
    }

    /** What there is to read now; empty when there is nothing. */
    public Optional<Reading> open(PartyMapping mapping) {
        Position position = store.position();
        if (position == null || (position.phase() == Position.Phase.CHANGES && sweepIsDue(position))) {
            remote.found(tables.newest(latestBelieved()));
            position = Position.startOfFull(remote.now(), position);
        }
        remote.found(position.watermark());
        track = new Track(position);
        return position.phase() == Position.Phase.FULL ? Optional.of(full(mapping)) : changes(mapping);
    }

    /** Whether everything was read once. */
    public boolean hasReadAll() {
        Position position = store.position();
        return position != null && position.sweptAt() != null;
    }

    /** Changes that are to be read between two pages of what {@link #open} or {@link #again} gave; empty when there are none. */
    public Optional<Reading> between(PartyMapping mapping) {
        return track == null ? Optional.empty() : changes(mapping);
    }

    /**
     * What a person asks for. Where the connection stands is not touched; but that everything is to be read once more is
     * remembered there.
     */
    public Reading again(PartyMapping mapping, Again order) {
        Position position = store.position();
        if (order.full()) {
            store.advance(
                    position == null
                            ? Position.startOfFull(remote(tables.newest(latestBelieved())), null)
                            : position.fullAgain());
            return open(mapping).orElseThrow();
        }
        track = position == null ? null : new Track(position);
        Instant from = position == null ? Instant.MAX : position.watermark().minus(overlap);
        if (!order.records().isEmpty()) {
            List<Long> ids =
                    order.records().stream().map(Long::valueOf).distinct().toList();
            return new RecordsReading(tables, mapping, ids, pageSize, from);
        }
        ChangeScan scan = new ChangeScan(
                (model, afterId, limit) ->
                        tables.changedBetween(order.changedFrom(), order.changedTo(), model, afterId, limit),
                new OnceEach());
        return new ChangesReading("range", tables, store, mapping, scan.next(), scan, pageSize, from, () -> {});
    }

    private Instant remote(Instant found) {
        remote.found(found);
        return remote.now();
    }

    private Reading full(PartyMapping mapping) {
        Instant from = track.position().watermark().minus(overlap);
        return new FullReading(tables, store, mapping, clock, pageSize, from, track);
    }

    private Optional<Reading> changes(PartyMapping mapping) {
        // Taken before anything is listed: what changes while the reading goes on is newer, and found the next time.
        Instant start = remote.now();
        Instant watermark = track.position().watermark();
        Instant from = watermark.minus(overlap);
        ChangeScan scan = new ChangeScan(
                (model, afterId, limit) -> tables.changedSince(from, model, afterId, limit), this::unseen);
        List<Row> first = scan.next();
        Runnable end = () -> {
            store.advance(track.move(position -> position.withWatermark(start)));
            store.forget(start.minus(overlap));
        };
        if (!first.isEmpty()) {
            return Optional.of(new ChangesReading("changes", tables, store, mapping, first, scan, pageSize, from, end));
        }
        if (start.isAfter(watermark.plus(overlap.dividedBy(4)))) {
            // Else a Tryton where nothing changes after a large import would have to list that import at every look.
            end.run();
        }
        return Optional.empty();
    }

    /** Of a first full reading: what it has not come to yet it will read as it is then. */
    private List<Row> alreadyRead(List<Row> rows) {
        Position position = track.position();
        return position.phase() == Position.Phase.FULL && position.sweptAt() == null
                ? rows.stream()
                        .filter(row -> row.party() == null || row.party() <= position.lastId())
                        .toList()
                : rows;
    }

    /** The dates of all rows tell of Tryton's clock, also those that are passed over. */
    private List<Row> unseen(List<Row> rows) {
        rows.forEach(row -> found(row.stamp()));
        return store.unseen(alreadyRead(rows));
    }

    /** A single row dated in the future would hide all changes until then. */
    private void found(Instant date) {
        if (!date.isAfter(latestBelieved())) {
            remote.found(date);
        }
    }

    private Instant latestBelieved() {
        return clock.instant().plus(AHEAD);
    }

    private boolean sweepIsDue(Position position) {
        Instant now = clock.instant();
        Instant swept = position.sweptAt();
        // A time in the future comes from a clock that was set back.
        return swept == null || now.isBefore(swept) || !now.isBefore(swept.plus(sweep));
    }
}
