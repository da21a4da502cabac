/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.Test;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.core.journal.ForgottenRuns;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

/** Runs are kept for a set time. */
@Shows("S13")
public class KeptRunsTest extends OnBothDatabases {
    private int forgetAfter(int days) {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(days));
        return new ForgottenRuns(unitOfWork, 30, 7, later).forget();
    }

    /** @return the run, which took so many customers in; those of a later run are as before */
    private UUID run(String connection, RecordType type, int customers) {
        UUID run = engine.begin(connection, type, "test");
        List<SourceRecord> records = IntStream.range(0, customers)
                .mapToObj(i -> new SourceRecord(connection + i, named("No " + i), Map.of(), null, null))
                .toList();
        for (int start = 0; start < customers; start += Batch.MAX_SIZE) {
            List<SourceRecord> batch = records.subList(start, Math.min(customers, start + Batch.MAX_SIZE));
            engine.upsert(connection, new Batch(run, RecordType.CUSTOMER, batch, SyncRules.PLAIN, null));
        }
        engine.complete(connection, run);
        return run;
    }

    private List<UUID> left() {
        return journal.list(ME, null, 200, null).items().stream().map(Run::id).toList();
    }

    @Test
    public void runsGoAfterTheirTimeWithTheirItemsButNotTheLastOfEachConnectionAndType() throws Exception {
        UUID written = run("erp", null, 2);
        UUID nothing = run("erp", null, 2);
        UUID ofType = run("erp", RecordType.CUSTOMER, 0);
        UUID other = run("other", null, 1);
        UUID open = engine.begin("open", null, "test");
        UUID last = run("erp", null, 2);

        assertEquals(0, forgetAfter(6));
        assertEquals(1, forgetAfter(8)); // the one without items
        assertEquals(List.of(last, open, other, ofType, written), left());
        assertEquals(1, forgetAfter(31));
        assertEquals(List.of(last, open, other, ofType), left());
        assertEquals(0, database.count("SELECT count(*) FROM sync_item WHERE run_id = '" + written + "'"));
        assertEquals(1, database.count("SELECT count(*) FROM sync_item WHERE run_id = '" + other + "'"));
        assertRefused(org.kontor.api.error.ErrorCode.NOT_FOUND, () -> journal.get(ME, nothing));
    }

    @Test
    public void aRunOfManyItemsAndManyRunsGoWhole() throws Exception {
        run("erp", null, 2500);
        for (int i = 0; i < 450; i++) {
            run("erp", null, 1);
        }
        assertEquals(450, forgetAfter(40));
        assertEquals(1, left().size());
        assertEquals(0, database.count("SELECT count(*) FROM sync_item"));
    }

    @Test
    public void onlyOneNodeDoesItAndOnlyOnceAnHour() {
        UUID first = run("erp", null, 1);
        run("erp", null, 1);
        assertEquals(0, forgetAfter(1));
        Clock within = Clock.offset(Clock.systemUTC(), Duration.ofDays(1).plusMinutes(59));
        assertEquals(0, new ForgottenRuns(unitOfWork, 1, 1, within).forget());
        assertEquals(2, left().size());
        Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofDays(1).plusMinutes(61));
        assertEquals(1, new ForgottenRuns(unitOfWork, 1, 1, behind).forget());
        assertEquals(1, left().size());
        assertRefused(org.kontor.api.error.ErrorCode.NOT_FOUND, () -> journal.get(ME, first));
    }

    @Test
    public void zeroKeepsForEver() {
        run("erp", null, 1);
        run("erp", null, 1);
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(9000));
        assertEquals(0, new ForgottenRuns(unitOfWork, 0, 0, later).forget());
        assertThrows(IllegalArgumentException.class, () -> new ForgottenRuns(unitOfWork, -1, 0, later));
    }
}
