/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.apache.camel.Message;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.route.tryton.map.PartyMapping;
import org.kontor.spi.sync.KeySweep;
import org.kontor.spi.sync.RemoteKeys;

/** Looks from time to time for what was deleted in Tryton, which tells nobody of it. Called by one thread at a time. */
public final class Departures {
    private final List<RemoteKeys> keys;
    private final KeySweep sweep;
    private final PollRun run;
    private final Duration period;
    private final LongSupplier nanos;
    private Long last;
    /** What waits for a person, in sentences; else null. */
    private String held;

    /**
     * @param period time between two looks; the first is at once
     * @param nanos a clock that only goes forward, like {@link System#nanoTime()}
     */
    public Departures(List<RemoteKeys> keys, KeySweep sweep, PollRun run, Duration period, LongSupplier nanos) {
        this.keys = keys;
        this.sweep = sweep;
        this.run = run;
        this.period = period;
        this.nanos = nanos;
    }

    /**
     * Looks when it is time, and at once when a person lets go on what was stopped. What was stopped is not looked for again
     * before its time.
     *
     * @param message bears the run, if there is one already; one is begun when something is gone
     * @param stopped whether to end early
     */
    public void seek(Message message, PartyMapping mapping, BooleanSupplier stopped) {
        if (held != null) {
            held = sweep.held(run.connection()).orElse(null);
            last = held == null ? null : last;
        }
        long now = nanos.getAsLong();
        if (last != null && now - last < period.toNanos()) {
            return;
        }
        KontorException braked = null;
        for (RemoteKeys one : keys) {
            try {
                sweep.sweep(
                        run.connection(),
                        run.of(message, "deletions"),
                        one,
                        mapping.deleted(one.type()),
                        mapping.rules(one.type()).brake(),
                        stopped);
            } catch (KontorException e) {
                if (e.code() != ErrorCode.BRAKED) {
                    throw e;
                }
                braked = braked == null ? e : braked;
            }
        }
        last = now;
        held = sweep.held(run.connection()).orElse(null);
        if (braked != null) {
            throw braked;
        }
    }

    /** What was stopped and waits for a person, in sentences; null when nothing does. */
    public String held() {
        return held;
    }
}
