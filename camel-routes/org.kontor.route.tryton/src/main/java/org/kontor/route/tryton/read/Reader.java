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
        return position.phase() == Position.Phase.FULL
                ? Optional.of(full(position, mapping))
                : changes(position, mapping);
    }

    private Reading full(Position position, PartyMapping mapping) {
        return new FullReading(
                tables, store, mapping, clock, pageSize, position.watermark().minus(overlap), position);
    }

    private Optional<Reading> changes(Position position, PartyMapping mapping) {
        // Taken before anything is listed: what changes while the reading goes on is newer, and found the next time.
        Instant start = remote.now();
        Instant from = position.watermark().minus(overlap);
        ChangeScan scan = new ChangeScan(tables, store, from, this::found);
        List<Row> first = scan.next();
        if (!first.isEmpty()) {
            Position next = position.withWatermark(start);
            return Optional.of(new ChangesReading(
                    tables, store, mapping, first, scan, pageSize, from, next, start.minus(overlap)));
        }
        if (start.isAfter(position.watermark().plus(overlap.dividedBy(4)))) {
            // Else a Tryton where nothing changes after a large import would have to list that import at every look.
            store.advance(position.withWatermark(start));
            store.forget(start.minus(overlap));
        }
        return Optional.empty();
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
