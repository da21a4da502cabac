/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.Test;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.sync.ConnectionState;
import org.kontor.api.sync.ConnectionStatus;
import org.kontor.spi.store.SchemaState.Phase;
import org.kontor.spi.store.StoreCheck;
import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

@Shows({"X4", "S14"})
public class ReadinessTest {
    @Test
    public void manyWhoAskAreGivenOneLookASecond() {
        AtomicInteger looks = new AtomicInteger();
        AtomicLong clock = new AtomicLong();
        Check check = () -> {
            looks.incrementAndGet();
            return List.of(Finding.ok("all"));
        };
        Readiness readiness = new Readiness(List.of(check), clock::get);
        for (int i = 0; i < 1000; i++) {
            assertTrue(readiness.report().ready());
        }
        assertEquals(1, looks.get());
        clock.addAndGet(Duration.ofMillis(1001).toNanos());
        readiness.report();
        assertEquals(2, looks.get());
    }

    @Test
    public void whoAsksWhileAnotherLooksIsNotHeldUp() throws Exception {
        AtomicLong clock = new AtomicLong();
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger looks = new AtomicInteger();
        Check slow = () -> {
            if (looks.incrementAndGet() > 1) {
                looking.countDown();
                await(go);
            }
            return List.of(Finding.ok("all"));
        };
        Readiness readiness = new Readiness(List.of(slow), clock::get);
        Report first = readiness.report();
        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Report> second = other.submit(readiness::report);
            await(looking);
            assertSame(first, readiness.report());
            go.countDown();
            assertTrue(second.get().ready());
            assertEquals(2, looks.get());
        } finally {
            go.countDown();
            other.shutdown();
        }
    }

    @Test
    public void aCheckThatFailsIsMissingAndStopsNoOther() {
        Check broken = () -> {
            throw new IllegalStateException("not told to anybody");
        };
        Report report = new Readiness(List.of(broken, () -> List.of(Finding.ok("other")))).report();
        assertFalse(report.ready());
        assertEquals(2, report.findings().size());
        assertFalse(report.toString(), report.toString().contains("not told"));
    }

    @Test
    public void aDatabaseThatHangsIsToldInTimeAndAskedByOneThreadOnly() {
        CountDownLatch hangs = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        StoreCheck store = () -> {
            asked.incrementAndGet();
            await(hangs);
            return 7;
        };
        try (DatabaseCheck check = new DatabaseCheck(() -> () -> Phase.MIGRATED, () -> store, Duration.ofMillis(50))) {
            Instant began = Instant.now();
            for (int i = 0; i < 5; i++) {
                assertEquals(List.of(Finding.State.MISSING), states(check.look().subList(0, 1)));
            }
            assertTrue(Duration.between(began, Instant.now()).toSeconds() < 20);
            assertEquals(1, asked.get());
            assertFalse(check.feedPosition().isPresent());
            hangs.countDown();
            Await.until(
                    "it answers again",
                    Duration.ofSeconds(20),
                    () -> check.look().get(0).state() == Finding.State.OK);
            assertEquals(7, check.feedPosition().getAsLong());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    public void whatIsMissingOfTheDatabaseIsNamed() {
        assertEquals("database", missing(Phase.NO_DATA_SOURCE, null));
        assertEquals("migration", missing(Phase.MIGRATING, null));
        assertEquals("migration", missing(Phase.FAILED, null));
        assertEquals("database", missing(Phase.MIGRATED, null));
        assertEquals("database", missing(Phase.MIGRATED, () -> {
            throw new KontorException(ErrorCode.UNAVAILABLE, "The database does not answer.");
        }));
        assertEquals("", missing(Phase.MIGRATED, () -> 0));
    }

    private static String missing(Phase phase, StoreCheck store) {
        try (DatabaseCheck check = new DatabaseCheck(() -> () -> phase, () -> store, Duration.ofSeconds(20))) {
            return String.join(" ", new Report(check.look()).missing());
        }
    }

    @Test
    public void aConnectionThatHasNotStartedIsMissingAndOneInTroubleIsTold() {
        List<ConnectionStatus> known = List.of(
                status("a", ConnectionState.IDLE),
                status("b", ConnectionState.STARTING),
                status("c", ConnectionState.WAITING),
                status("d", ConnectionState.FAILED));
        Report report = new Report(new ConnectionsCheck(() -> known, () -> 4).look());
        assertEquals(List.of("connection b"), report.missing());
        assertEquals(
                List.of(Finding.State.OK, Finding.State.MISSING, Finding.State.TROUBLED, Finding.State.TROUBLED),
                states(report.findings()));
        assertFalse(report.toString(), report.toString().contains("secret"));
        assertEquals(
                List.of("connection b", "connections"),
                new Report(new ConnectionsCheck(() -> known, () -> 5).look()).missing());
    }

    private static ConnectionStatus status(String name, ConnectionState state) {
        return new ConnectionStatus(name, "files", state, Instant.now(), "/secret/path", null);
    }

    private static List<Finding.State> states(List<Finding> findings) {
        return findings.stream().map(Finding::state).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
