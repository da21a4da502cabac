/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

import org.kontor.api.sync.Reach;
import org.kontor.api.sync.RunProgress;
import org.kontor.api.sync.RunState;
import org.kontor.persistence.entity.RunEntity;
import org.kontor.spi.store.Ids;

/**
 * How far a run has come, and how fast it goes. The pace is told over the time since a mark that is half a minute to a minute
 * old: at each batch that comes half a minute after the newer of two marks, it takes the place of the older one.
 */
final class RunPace {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final double SHORTEST_MILLIS = 1000;

    private RunPace() {}

    /** The beginning of the statement that counts a batch; assignments are to follow. */
    static Sql counted(Reach reach) {
        Timestamp now = Timestamp.from(Ids.now());
        Timestamp old = Timestamp.from(now.toInstant().minus(STEP));
        Sql sql = new Sql(
                "UPDATE sync_run SET"
                        + " pace_from = CASE WHEN pace_next < ? THEN pace_next ELSE pace_from END,"
                        + " pace_from_count = CASE WHEN pace_next < ? THEN pace_next_count ELSE pace_from_count END,"
                        + " pace_next_count = CASE WHEN pace_next IS NULL OR pace_next < ? THEN created_count"
                        + " + updated_count + unchanged_count + archived_count + conflict_count + refused_count"
                        + " ELSE pace_next_count END,"
                        + " pace_next = CASE WHEN pace_next IS NULL OR pace_next < ? THEN ? ELSE pace_next END,",
                old,
                old,
                old,
                old,
                now);
        return reach == null
                ? sql
                : sql.add(" reach_done = ?, reach_total = ?,", reach.done(), Math.max(reach.done(), reach.total()));
    }

    static RunProgress progress(RunEntity run, Instant now) {
        long read = run.created + run.updated + run.unchanged + run.archived + run.conflicts + run.refused;
        boolean runs = RunState.valueOf(run.state) == RunState.RUNNING;
        Double pace = runs && run.paceFrom != null
                ? pace(read - run.paceFromCount, run.paceFrom, now)
                : run.endedAt == null ? null : pace(read, run.startedAt, run.endedAt);
        return new RunProgress(run.reachDone, run.reachTotal, pace, runs ? left(run, read, pace) : null);
    }

    private static Double pace(long records, Instant from, Instant until) {
        double millis = Duration.between(from, until).toMillis();
        return millis < SHORTEST_MILLIS ? null : Math.round(records * 10_000 / millis) / 10.0;
    }

    /** What is still to be read brings as many records as what was read. */
    private static Long left(RunEntity run, long read, Double pace) {
        if (pace == null || pace == 0 || run.reachDone == null || run.reachDone == 0) {
            return null;
        }
        double records = (double) read * (run.reachTotal - run.reachDone) / run.reachDone;
        return (long) Math.ceil(records / pace);
    }
}
