/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.Test;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.Reach;
import org.kontor.api.sync.RunProgress;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** How far a run has come can be seen while it is under way. */
@Shows("S13")
public class RunProgressTest extends OnBothDatabases {
    private UUID run;

    private void take(int first, int count, Reach reach) {
        List<SourceRecord> records = IntStream.range(first, first + count)
                .mapToObj(i -> new SourceRecord("c" + i, named("No " + i), Map.of(), null, null))
                .toList();
        engine.upsert("erp", new Batch(run, RecordType.CUSTOMER, records, SyncRules.PLAIN, null, reach));
    }

    private RunProgress progress() {
        return journal.get(ME, run).progress();
    }

    /** Moves the run's own times into the past. */
    private void letPass(int seconds) throws Exception {
        String back = " - INTERVAL '" + seconds + "' SECOND";
        database.run("UPDATE sync_run SET started_at = started_at" + back + ", pace_from = pace_from" + back
                + ", pace_next = pace_next" + back);
    }

    @Test
    public void doneTotalPaceAndRemainingTimeAreTold() throws Exception {
        run = engine.begin("erp", null, "full");
        assertEquals(RunProgress.UNKNOWN, progress());
        take(0, 100, new Reach(50, 200));
        letPass(20);
        RunProgress begun = progress();
        assertEquals(List.of(50L, 200L), List.of(begun.done(), begun.total()));
        assertEquals(5.0, begun.recordsPerSecond(), 1.0);
        // 300 records are to come for the other 150
        assertEquals(60, begun.secondsLeft(), 12);
        assertEquals(0.25, begun.share(), 0);

        take(100, 20, null);
        assertEquals(List.of(50L, 200L), List.of(progress().done(), progress().total()));
        engine.complete("erp", run);
        assertNull(progress().secondsLeft());
        assertEquals(6.0, progress().recordsPerSecond(), 1.0);
    }

    @Test
    public void thePaceIsThatOfTheLastMinuteAndFallsWhenNothingComes() throws Exception {
        run = engine.begin("erp", null, "full");
        take(0, 600, new Reach(1, 10));
        letPass(60);
        take(600, 1, new Reach(2, 10));
        letPass(60);
        take(601, 1, new Reach(3, 10));
        letPass(10);
        assertTrue("" + progress(), progress().recordsPerSecond() < 1);
        letPass(3600);
        assertTrue("" + progress(), progress().recordsPerSecond() < 0.1);
    }

    @Test
    public void aSourceThatDoesNotTellShowsThePaceAlone() throws Exception {
        run = engine.begin("erp", null, "records");
        take(0, 50, null);
        letPass(10);
        assertNull(progress().total());
        assertNull(progress().secondsLeft());
        assertEquals(5.0, progress().recordsPerSecond(), 1.0);
        assertTrue(progress().share() < 0);
    }
}
