/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.kontor.api.sync.Synchronisation;
import org.kontor.route.tryton.rpc.Gateway;

/** Decides what is to be read. One for a connection, called by one thread at a time. */
public final class Reader {
    /** How far Tryton's clock may run ahead of ours before its newest dates are taken for mistakes. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private final Tables tables;
    private final Store store;
    private final Horizon horizon;
    private final Clock clock;
    private final Duration sweep;
    private final int pageSize;

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
        this.horizon = new Horizon(overlap, nanos);
        this.clock = clock;
        this.sweep = sweep;
        this.pageSize = pageSize;
    }

    /** What there is to read now; empty when there is nothing. */
    public Optional<Reading> open() {
        Position position = store.position();
        if (position == null || (position.phase() == Position.Phase.CHANGES && sweepIsDue(position))) {
            lookAtClock();
            position = Position.startOfFull(horizon.watermark(), position);
        }
        horizon.passed(position.watermark());
        return position.phase() == Position.Phase.FULL ? Optional.of(full(position)) : changes(position);
    }

    private Reading full(Position position) {
        return new FullReading(tables, store, clock, pageSize, horizon.from(position.watermark()), position);
    }

    private Optional<Reading> changes(Position position) {
        Instant from = horizon.from();
        if (new ChangeScan(tables, store, from).next().isEmpty()) {
            return Optional.empty();
        }
        // Before the listing begins: what changes while it goes on is newer, and found the next time.
        lookAtClock();
        Position next = position.withWatermark(horizon.watermark());
        ChangeScan scan = new ChangeScan(tables, store, from);
        return Optional.of(
                new ChangesReading(tables, store, scan, pageSize, from, next, horizon.from(next.watermark())));
    }

    private void lookAtClock() {
        horizon.passed(tables.newest(clock.instant().plus(AHEAD)));
    }

    private boolean sweepIsDue(Position position) {
        Instant now = clock.instant();
        Instant swept = position.sweptAt();
        // A time in the future comes from a clock that was set back.
        return swept == null || now.isBefore(swept) || !now.isBefore(swept.plus(sweep));
    }
}
