/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.apache.camel.ProducerTemplate;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Again;
import org.kontor.api.sync.Brake;
import org.kontor.api.sync.DeleteRule;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Reach;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.camel.KontorHeaders;
import org.kontor.route.tryton.support.MemorySynchronisation;
import org.kontor.route.tryton.support.TestClock;
import org.kontor.route.tryton.support.TrytonDouble;
import org.kontor.spi.sync.RemoteKeys;
import org.kontor.spi.sync.RemoteType;
import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** What is read when: on a double of Tryton whose rows bear the dates that the test gives them. */
@Shows({"S3", "S7", "S14"})
public class ReadingTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.000001Z");
    private static final String PARTY = "party.party";
    private static final String ADDRESS = "party.address";
    private static final String READ = "model.party.party.search_read";
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @Rule
    public final TemporaryFolder mappings = new TemporaryFolder();

    private final TestClock clock = new TestClock(NOON);
    private TrytonDouble tryton;
    private Site site;

    @Before
    public void start() throws Exception {
        tryton = new TrytonDouble();
        site = site(10);
    }

    @After
    public void stop() {
        site.close();
        tryton.close();
    }

    private Site site(int page) {
        return new Site(
                Site.settings(tryton.url(), "reader", "secret-word", page),
                mappings.getRoot().toPath(),
                clock,
                clock::nanos);
    }

    private static Instant noonPlus(int seconds) {
        return NOON.plusSeconds(seconds);
    }

    private void parties(int from, int to, Instant created) {
        synchronized (tryton) { // seen all at once, like a transaction
            for (int id = from; id <= to; id++) {
                tryton.party(id, "Party " + id, created);
                tryton.child(ADDRESS, id, id, created, Map.of("city", "Bern"));
            }
        }
    }

    private SourceRecord customer(long id) {
        return site.engine.record(RecordType.CUSTOMER, id);
    }

    @Test
    public void aFirstReadingTakesEverythingPageByPage() throws Exception {
        parties(1, 30, NOON);
        List<Integer> sizes = new ArrayList<>();
        List<Boolean> progress = new ArrayList<>();
        site.engine.beforeBatch(batch -> {
            sizes.add(batch.records().size());
            progress.add(batch.progress() != null);
        });
        site.start().settle();
        assertEquals(30, site.engine.count(RecordType.CUSTOMER));
        assertEquals(30, site.engine.count(RecordType.LOCATION));
        assertEquals(List.of(10, 10, 10, 10, 10, 10), sizes);
        assertEquals("with the last of a page", List.of(false, true, false, true, false, true), progress);
        assertEquals(1, site.engine.runs().size());
        assertEquals("full", site.engine.lastRun().source);
        assertEquals("COMPLETED", site.engine.lastRun().end);
        assertEquals("idle", site.monitor.last());
        assertEquals("running", site.monitor.told.get(0));
    }

    @Test
    public void anEmptyTrytonMakesNoRun() throws Exception {
        site.start().settle();
        assertTrue(site.engine.runs().isEmpty());
        parties(1, 1, NOON);
        site.settle();
        assertEquals("changes", site.engine.lastRun().source);
        assertNotNull(customer(1));
    }

    @Test
    public void aPartyOfMoreAddressesThanABatchHolds() throws Exception {
        tryton.party(1, "Wide", NOON);
        for (int id = 1; id <= 1001; id++) {
            tryton.child(ADDRESS, id, 1, NOON, Map.of("city", "Bern"));
        }
        site.start().settle();
        assertEquals(1001, site.engine.count(RecordType.LOCATION));
    }

    @Test
    public void aBrokenReadingGoesOnAtItsPage() throws Exception {
        parties(1, 45, NOON);
        List<String> firsts = new ArrayList<>();
        site.engine.beforeBatch(batch -> {
            firsts.add(batch.type().key() + batch.records().get(0).externalId());
            if (firsts.size() == 4) { // the second page's locations
                throw new IllegalStateException("the database went away");
            }
        });
        site.start();
        Await.until("read", DEADLINE, () -> site.engine.count(RecordType.LOCATION) == 45);
        site.settle();
        assertEquals("FAILED", site.engine.runs().get(0).end);
        assertTrue(site.engine.runs().get(0).message.contains("the database went away"));
        assertEquals("COMPLETED", site.engine.runs().get(1).end);
        assertEquals(2, site.engine.runs().size());
        assertEquals(
                List.of("customer1", "location1", "customer11", "location11", "customer11", "location11", "customer21"),
                firsts.subList(0, 7));
        assertEquals(
                "the page's customers came twice", 10, site.engine.runs().get(1).count(Outcome.UNCHANGED));
    }

    @Test
    public void aRestartGoesOnAtItsPage() throws Exception {
        parties(1, 45, NOON);
        site.engine.beforeBatch(batch -> {
            if (batch.records().get(0).externalId().equals("21")) {
                throw new IllegalStateException("killed");
            }
        });
        site.start();
        Await.until("two pages", DEADLINE, () -> site.monitor.last().startsWith("waiting"));
        site.close();
        assertEquals(20, site.engine.count(RecordType.CUSTOMER));
        List<String> firsts = new ArrayList<>();
        site.engine.beforeBatch(batch -> firsts.add(batch.records().get(0).externalId()));
        site.start().settle();
        assertEquals("21", firsts.get(0));
        assertEquals(45, site.engine.count(RecordType.CUSTOMER));
        assertEquals(45, site.engine.count(RecordType.LOCATION));
    }

    @Test
    public void whatChangesWhileAFullReadingGoesOnIsFound() throws Exception {
        parties(1, 30, NOON);
        site.engine.beforeBatch(batch -> {
            if (batch.records().get(0).externalId().equals("21")) {
                tryton.write(PARTY, 1, noonPlus(5), "name", "Changed behind our back");
            }
        });
        site.start();
        Await.until("the change", DEADLINE, () -> "Changed behind our back"
                .equals(customer(1).values().text(CustomerField.NAME)));
        assertEquals("changes", site.engine.lastRun().source);
    }

    @Test
    public void whatChangesEarlyInALongReadingIsFound() throws Exception {
        parties(1, 30, NOON);
        duringPagesOf(11, 21, 1);
        site.start();
        Await.until("the change", DEADLINE, () -> name(1).equals("Changed early"));
        assertEquals("changes", site.engine.lastRun().source);

        // The same in a reading of changes.
        duringPagesOf(41, 51, 31);
        parties(31, 60, clock.instant());
        Await.until("the change", DEADLINE, () -> name(31).equals("Changed early"));
    }

    /** Changes a party with the one page, and lets the other one last far longer than the overlap. */
    private void duringPagesOf(int change, int last, int party) {
        site.engine.beforeBatch(batch -> {
            String first =
                    batch.type() == RecordType.CUSTOMER ? batch.records().get(0).externalId() : "";
            if (first.equals(Integer.toString(change))) {
                tryton.write(PARTY, party, clock.instant().plusSeconds(1), "name", "Changed early");
            } else if (first.equals(Integer.toString(last))) {
                clock.pass(Duration.ofHours(2));
                tryton.write(PARTY, last + 9, clock.instant(), "name", "Changed late");
            }
        });
    }

    private String name(long id) {
        return customer(id).values().text(CustomerField.NAME);
    }

    @Test
    public void aChangeOfAChildAloneReadsItsPartyOnly() throws Exception {
        parties(1, 30, NOON);
        site.start().settle();
        tryton.write(ADDRESS, 7, noonPlus(60), "city", "Ulm");
        site.settle();
        MemorySynchronisation.Run run = site.engine.lastRun();
        assertEquals("changes", run.source);
        assertEquals("COMPLETED", run.end);
        assertEquals(2, run.outcomes.size());
        assertEquals("Ulm", customer(7).values().text(CustomerField.ADDRESS_CITY));
        assertEquals("Ulm", site.engine.record(RecordType.LOCATION, 7).values().text(LocationField.ADDRESS_CITY));
        int runs = site.engine.runs().size();
        site.settle();
        assertEquals("once", runs, site.engine.runs().size());
    }

    @Test
    public void archivedAndBack() throws Exception {
        parties(1, 2, NOON);
        site.start().settle();
        tryton.write(PARTY, 2, noonPlus(1), "active", false);
        site.settle();
        assertTrue(customer(2).archived());
        assertTrue(site.engine.record(RecordType.LOCATION, 2).archived());
        tryton.write(PARTY, 2, noonPlus(2), "active", true);
        site.settle();
        assertFalse(customer(2).archived());
    }

    @Test
    public void whatCommitsLateIsFoundInsideTheOverlapOnly() throws Exception {
        parties(1, 2, NOON);
        site.start().settle();
        parties(3, 3, noonPlus(3600));
        site.settle();
        site.settle(); // a look after the one that found party 3 knows of its date
        // Begun before party 3, visible after it was read: 400 that took 9 minutes, one that took 11.
        parties(4, 403, noonPlus(3600 - 9 * 60));
        parties(404, 404, noonPlus(3600 - 11 * 60));
        site.settle();
        assertEquals(403, site.engine.count(RecordType.CUSTOMER));
        assertNull(customer(404));
        MemorySynchronisation.Run run = site.engine.lastRun();
        assertEquals("nothing twice", run.outcomes.size(), run.count(Outcome.CREATED));

        clock.pass(Duration.ofHours(25));
        Await.until("the sweep finds it", DEADLINE, () -> customer(404) != null);
        site.settle();
        run = site.engine.lastRun();
        assertEquals("full", run.source);
        assertEquals(2, run.count(Outcome.CREATED));
        assertEquals(806, run.count(Outcome.UNCHANGED));
    }

    @Test
    public void manyChangesOfOneMomentComePageByPage() throws Exception {
        parties(1, 1, NOON);
        site.start().settle();
        parties(2, 1500, noonPlus(60)); // more than a listing holds, all of the same stamp
        List<Integer> sizes = new ArrayList<>();
        site.engine.beforeBatch(batch -> sizes.add(batch.records().size()));
        site.settle();
        assertEquals(1500, site.engine.count(RecordType.CUSTOMER));
        assertEquals(1500, site.engine.count(RecordType.LOCATION));
        assertTrue(sizes.stream().allMatch(size -> size <= 10));
        assertEquals(2, site.engine.runs().size());
        assertEquals("each once", 2 * 1499, site.engine.lastRun().outcomes.size());
    }

    @Test
    public void aBrokenReadingOfChangesLosesNothing() throws Exception {
        parties(1, 50, NOON);
        site.start().settle();
        int[] batches = {0};
        site.engine.beforeBatch(batch -> {
            if (++batches[0] == 6) {
                throw new IllegalStateException("the database went away");
            }
        });
        synchronized (tryton) {
            for (int id = 1; id <= 50; id++) {
                tryton.write(ADDRESS, id, noonPlus(id), "city", "Ulm");
            }
        }
        Await.until("all", DEADLINE, () -> site.engine.lastRun().end.equals("COMPLETED") && batches[0] > 6);
        assertEquals("FAILED", site.engine.runs().get(1).end);
        for (int id = 1; id <= 50; id++) {
            assertEquals("Ulm", customer(id).values().text(CustomerField.ADDRESS_CITY));
        }
        assertEquals("pages 1 and 2 not again, page 3 anew", 6 + 6, batches[0]);
    }

    @Test
    public void whatIsGoneStopsNothing() throws Exception {
        parties(1, 2, NOON);
        site.start().settle();
        tryton.child(ADDRESS, 90, 77, noonPlus(1), Map.of("city", "Nowhere")); // of a party that is gone
        tryton.party(3, "Three", noonPlus(2));
        site.settle();
        assertNotNull(customer(3));
        int reads = site.engine.runs().size();
        site.settle();
        assertEquals(reads, site.engine.runs().size());
        assertEquals("idle", site.monitor.last());
    }

    @Test
    public void aRowDatedInTheFutureHidesNothing() throws Exception {
        parties(1, 1, NOON);
        parties(2, 2, NOON.plus(Duration.ofDays(900)));
        site.start().settle();
        assertNotNull(customer(2));
        tryton.write(PARTY, 1, noonPlus(30), "name", "Found");
        site.settle();
        assertEquals("Found", customer(1).values().text(CustomerField.NAME));
        int runs = site.engine.runs().size();
        site.settle();
        assertEquals(runs, site.engine.runs().size());
    }

    @Test
    public void aQuietTrytonIsNotListedForEver() throws Exception {
        parties(1, 30, NOON);
        site.start().settle();
        assertTrue(site.engine.seenRows() >= 60);
        clock.pass(Duration.ofMinutes(11));
        site.settle();
        // Nothing changed since, yet what is older than the overlap is not asked for any more: a change dated there is
        // late.
        tryton.write(PARTY, 1, noonPlus(1), "name", "Too late");
        site.settle();
        assertEquals("Party 1", customer(1).values().text(CustomerField.NAME));
        tryton.write(PARTY, 2, noonPlus(11 * 60), "name", "In time");
        site.settle();
        assertEquals("In time", customer(2).values().text(CustomerField.NAME));
        assertTrue("old rows are forgotten", site.engine.seenRows() < 5);
    }

    @Test
    public void aCursorThatIsNotOursMeansAnewReading() throws Exception {
        parties(1, 3, NOON);
        site.engine.setCursor("{\"version\":99}");
        site.start().settle();
        assertEquals("full", site.engine.lastRun().source);
        assertEquals(3, site.engine.count(RecordType.CUSTOMER));
    }

    @Test
    public void anIdleLookAsksOncePerModel() throws Exception {
        parties(1, 30, NOON);
        site.start().settle();
        int before = tryton.calls(READ);
        long looks = site.monitor.looks();
        site.settle();
        site.settle();
        long polls = site.monitor.looks() - looks;
        assertTrue(tryton.calls(READ) - before <= polls + 1);
    }

    @Test
    public void stoppingDoesNotWaitForTheWholeReading() throws Exception {
        parties(1, 400, NOON);
        site.engine.beforeBatch(batch -> {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        site.start();
        Await.until("under way", DEADLINE, () -> site.engine.count(RecordType.CUSTOMER) > 0);
        long start = System.nanoTime();
        site.close();
        assertTrue(System.nanoTime() - start < 3_000_000_000L);
        assertEquals("RUNNING", site.engine.lastRun().end);
        site.engine.beforeBatch(batch -> {});
        site.start().settle();
        assertEquals(400, site.engine.count(RecordType.LOCATION));
        assertEquals("INTERRUPTED", site.engine.runs().get(0).end);
        assertEquals("COMPLETED", site.engine.lastRun().end);
    }

    @Test
    public void changesArriveWhileEverythingIsRead() throws Exception {
        parties(1, 99, NOON.minus(Duration.ofDays(1)));
        parties(100, 100, NOON);
        List<String> order = new ArrayList<>();
        site.engine.beforeBatch(batch -> {
            String first = batch.type().key() + batch.records().get(0).externalId();
            order.add(first);
            if (first.equals("customer11")) {
                tryton.write(PARTY, 5, noonPlus(5), "name", "Changed");
                tryton.write(PARTY, 95, noonPlus(5), "name", "Read in its turn");
                clock.pass(Duration.ofSeconds(1)); // more than a poll
            } else if (first.equals("customer31")) {
                clock.pass(Duration.ofSeconds(1)); // a look that finds nothing
            }
        });
        site.start();
        Await.until("all", DEADLINE, () -> site.engine.count(RecordType.LOCATION) == 100);
        site.settle();
        assertEquals(
                "between the second page and the third",
                List.of("customer11", "location11", "customer5", "location5", "customer21"),
                order.subList(2, 7));
        assertEquals(
                List.of("full COMPLETED", "changes COMPLETED"),
                site.engine.runs().stream()
                        .map(run -> run.source + " " + run.end)
                        .toList());
        assertEquals(new Reach(100, 100), site.engine.runs().get(0).reach);
        assertEquals(
                "once", 1, order.stream().filter(one -> one.equals("customer5")).count());
        // its own place is kept: nothing is lost behind it, and nothing comes again
        tryton.write(PARTY, 3, noonPlus(6), "name", "Later");
        site.settle();
        assertEquals("Later", name(3));
        assertEquals(3, site.engine.runs().size());
    }

    @Test
    public void aBreakBetweenThePagesEndsBothRunsAndLosesNothing() throws Exception {
        parties(1, 39, NOON.minus(Duration.ofDays(1)));
        parties(40, 40, NOON);
        boolean[] broken = {false};
        site.engine.beforeBatch(batch -> {
            String first = batch.type().key() + batch.records().get(0).externalId();
            if (first.equals("customer11")) {
                tryton.write(PARTY, 5, noonPlus(5), "name", "Changed");
                clock.pass(Duration.ofSeconds(1));
            } else if (first.equals("customer5") && !broken[0]) {
                broken[0] = true;
                throw new IllegalStateException("the database went away");
            }
        });
        site.start();
        Await.until("all", DEADLINE, () -> site.engine.count(RecordType.LOCATION) == 40);
        site.settle();
        assertEquals("Changed", name(5));
        List<String> ends = site.engine.runs().stream()
                .map(run -> run.source + " " + run.end)
                .toList();
        assertEquals(List.of("full FAILED", "changes FAILED", "full COMPLETED"), ends.subList(0, 3));
    }

    @Test
    public void recordsAreReadOnceMoreAndTheCursorStays() throws Exception {
        parties(1, 30, NOON);
        site.start().settle();
        String cursor = site.engine.cursor("test").orElseThrow();
        tryton.set(PARTY, 7, "name", "Repaired without a trace");
        again(Again.records(List.of("7", "12", "4711")));
        Await.until(
                "the run",
                DEADLINE,
                () -> site.engine.lastRun().end.equals("COMPLETED")
                        && site.engine.lastRun().source.equals("records"));
        assertEquals("Repaired without a trace", name(7));
        assertEquals(4, site.engine.lastRun().outcomes.size());
        assertEquals(new Reach(3, 3), site.engine.lastRun().reach);
        assertTrue("says nothing of what a brake stopped", site.engine.lastRun().part);
        assertFalse(site.engine.runs().get(0).part);
        assertEquals(cursor, site.engine.cursor("test").orElseThrow());

        again(Again.records(List.of("4711")));
        Await.until(
                "a run though there is nothing",
                DEADLINE,
                () -> site.engine.runs().size() == 3);
        assertThrows(KontorException.class, () -> again(Again.records(List.of("seven"))));
    }

    /** What is there already would be created a second time. */
    @Test
    @Shows("S5")
    public void nothingIsSentBeforeAllWasReadOnce() throws Exception {
        parties(1, 30, NOON);
        site = new Site(
                Site.settings(tryton.url(), "reader", "secret-word", 10, true),
                mappings.getRoot().toPath(),
                clock,
                clock::nanos);
        List<Long> known = new CopyOnWriteArrayList<>();
        site.outbound = new NoOutbound() {
            @Override
            public Sent send(String connection, Supplier<UUID> run, RemoteType remote, SyncRules rules) {
                known.add(site.engine.count(RecordType.CUSTOMER));
                return new Sent(List.of(), false);
            }
        };
        tryton.close();
        site.start();
        Await.until("it waits", DEADLINE, () -> site.monitor.last().startsWith("waiting"));
        again(Again.records(List.of("7")));
        tryton.start();
        Await.until("something is sent", DEADLINE, () -> !known.isEmpty());
        assertEquals(Long.valueOf(30), known.get(0));
    }

    @Test
    @Shows("S8")
    public void aConnectionThatOnlyReadsIsNotTakenForOneThatSends() throws Exception {
        NoOutbound sentOnce = new NoOutbound();
        site.outbound = sentOnce;
        site.start().settle();
        assertEquals(Set.of("test customer", "test location"), sentOnce.forgotten);
    }

    /** Stopped by the brake, until a person releases it. */
    private static final class Stopped extends NoKeySweep {
        private final AtomicInteger looks = new AtomicInteger();
        private volatile boolean released;

        @Override
        public int sweep(
                String connection,
                Supplier<UUID> run,
                RemoteKeys remote,
                DeleteRule rule,
                Brake brake,
                BooleanSupplier stopped) {
            if (remote.type() == RecordType.CUSTOMER && looks.incrementAndGet() == 1) {
                run.get();
                throw new KontorException(ErrorCode.BRAKED, "Too many are gone.");
            }
            return 0;
        }

        @Override
        public Optional<String> held(String connection) {
            return released ? Optional.empty() : Optional.of("Too many are gone.");
        }
    }

    @Test
    @Shows("S8")
    public void whatTheBrakeStoppedIsNotLookedForAtEveryPoll() throws Exception {
        Stopped sweep = new Stopped();
        site.keySweep = sweep;
        parties(1, 3, NOON);
        site.start();
        Await.until("stopped", DEADLINE, () -> sweep.looks.get() == 1);
        parties(4, 4, noonPlus(1));
        Await.until("read all the same", DEADLINE, () -> customer(4) != null);
        Await.until(
                "a few polls later",
                DEADLINE,
                () -> site.monitor.told.stream()
                                .filter("waiting: Too many are gone."::equals)
                                .count()
                        > 3);
        assertEquals("not looked for again", 1, sweep.looks.get());
        assertEquals(
                "told by one run",
                1,
                site.engine.runs().stream()
                        .filter(run -> run.end.equals("FAILED"))
                        .count());
        sweep.released = true;
        Await.until("looked for at once", DEADLINE, () -> sweep.looks.get() == 2);
        Await.until("well again", DEADLINE, () -> site.monitor.last().equals("idle"));
        clock.pass(Duration.ofHours(24));
        Await.until("looked for when it is time", DEADLINE, () -> sweep.looks.get() == 3);
    }

    @Test
    public void whatChangedInATimeIsReadOnceMore() throws Exception {
        parties(1, 30, NOON);
        site.start().settle();
        parties(31, 33, noonPlus(60));
        tryton.write(ADDRESS, 5, noonPlus(61), "city", "Ulm");
        site.settle();
        String cursor = site.engine.cursor("test").orElseThrow();
        int runs = site.engine.runs().size();
        again(Again.changed(noonPlus(60), noonPlus(70)));
        Await.until(
                "the run",
                DEADLINE,
                () -> site.engine.runs().size() == runs + 1
                        && site.engine.lastRun().end.equals("COMPLETED"));
        assertEquals("range", site.engine.lastRun().source);
        assertEquals(8, site.engine.lastRun().count(Outcome.UNCHANGED));
        assertEquals(cursor, site.engine.cursor("test").orElseThrow());
    }

    @Test
    public void everythingIsReadOnceMoreAlsoOverARestart() throws Exception {
        parties(1, 40, NOON);
        site.start().settle();
        tryton.set(PARTY, 33, "name", "Repaired without a trace");
        site.engine.beforeBatch(batch -> {
            if (batch.records().get(0).externalId().equals("21")) {
                throw new IllegalStateException("killed");
            }
        });
        again(Again.everything());
        Await.until("it is under way", DEADLINE, () -> site.monitor.last().startsWith("waiting"));
        site.close();
        site.engine.beforeBatch(batch -> {});
        site.start().settle();
        assertEquals("Repaired without a trace", name(33));
        assertEquals("COMPLETED", site.engine.lastRun().end);
        assertEquals(40, site.engine.lastRun().outcomes.size());
    }

    private void again(Again order) {
        try (ProducerTemplate template = site.context().createProducerTemplate()) {
            Exception refusal = template.send(KontorHeaders.AGAIN, exchange -> exchange.getMessage()
                            .setBody(order))
                    .getException();
            if (refusal != null) {
                throw (KontorException) refusal;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Shows("S11")
    public void noCallsGoOutWhileTrytonIsAwayAndItIsSaidSinceWhen() throws Exception {
        parties(1, 3, NOON);
        site.calls = Map.of("retry.times", "2", "retry.backOff", "10ms", "breaker.failures", "3", "breaker.wait", "1h");
        tryton.instead((method, exchange) -> {
            TrytonDouble.answer(exchange, 502, "");
            return true;
        });
        site.start();
        Await.until("told", DEADLINE, () -> site.monitor.last().contains("No calls since "));
        assertTrue(site.monitor.last(), site.monitor.last().contains("status 502. No calls since "));
        int calls = tryton.calls("common.db.login");
        long polls = System.nanoTime() + Duration.ofMillis(500).toNanos();
        Await.until("some polls", DEADLINE, () -> System.nanoTime() > polls);
        assertEquals(calls, tryton.calls("common.db.login"));
        assertTrue("few calls were made", calls <= 3);
    }

    @Test
    @Shows("S11")
    public void aRefusedRequestDoesNotHoldCallsBack() throws Exception {
        parties(1, 3, NOON);
        site.start().settle();
        tryton.instead((method, exchange) -> {
            if (method.equals(READ)) {
                TrytonDouble.answer(exchange, 200, "{\"id\":1,\"error\":[\"UserError\",[\"No\",\"\",null]]}");
                return true;
            }
            return false;
        });
        Await.until("told", DEADLINE, () -> site.monitor.last().contains("UserError"));
        assertFalse(site.monitor.last(), site.monitor.last().contains("No calls since"));
        tryton.instead((method, exchange) -> false);
        Await.until("back", DEADLINE, () -> site.monitor.last().equals("idle"));
    }

    @Test
    @Shows("S11")
    public void usedUpCallsOfADayInterruptTheRunAndItGoesOnWhenThereAreNewOnes() throws Exception {
        parties(1, 45, NOON);
        int[] left = {20};
        Instant[] now = {Instant.parse("2026-11-22T23:00:00Z")};
        site.quota = day -> left[0]-- > 0;
        site.calls = Map.of("calls.perDay", "20");
        site.callClock = new java.time.Clock() {
            @Override
            public Instant instant() {
                return now[0];
            }

            @Override
            public java.time.ZoneId getZone() {
                return java.time.ZoneOffset.UTC;
            }

            @Override
            public java.time.Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        site.engine.beforeBatch(batch -> {
            if (batch.records().get(0).externalId().equals("11")) {
                left[0] = 0;
            }
        });
        site.start();
        Await.until("told", DEADLINE, () -> site.monitor.last().startsWith("waiting"));
        assertEquals(
                "waiting: The 20 calls of this day are used up; it goes on at 2026-11-23T00:00:00Z.",
                site.monitor.last());
        assertEquals("INTERRUPTED", site.engine.lastRun().end);
        assertEquals(20, site.engine.count(RecordType.LOCATION));
        site.engine.beforeBatch(batch -> {});
        left[0] = 1000;
        now[0] = Instant.parse("2026-11-23T00:00:01Z");
        Await.until("all", DEADLINE, () -> site.engine.count(RecordType.LOCATION) == 45);
        site.settle();
        assertEquals("COMPLETED", site.engine.lastRun().end);
        assertEquals("nothing twice", 50, site.engine.lastRun().outcomes.size());
    }

    @Test
    public void awayAndBack() throws Exception {
        parties(1, 3, NOON);
        tryton.close();
        site.start();
        Await.until("told", DEADLINE, () -> site.monitor.last().startsWith("waiting: Tryton at " + tryton.url()));
        assertTrue(site.engine.runs().isEmpty());
        tryton.start();
        Await.until("back", DEADLINE, () -> site.engine.count(RecordType.LOCATION) == 3);

        tryton.setPassword("changed");
        tryton.dropSessions();
        Await.until("told", DEADLINE, () -> site.monitor.last().contains("check user and password"));
        assertFalse(site.monitor.told.toString().contains("secret-word"));
        tryton.setPassword("secret-word");
        Await.until("back", DEADLINE, () -> site.monitor.last().equals("idle"));
    }

    @Test
    public void awayInTheMiddleOfARun() throws Exception {
        parties(1, 45, NOON);
        site.engine.beforeBatch(batch -> {
            if (batch.records().get(0).externalId().equals("11")) {
                tryton.instead((method, exchange) -> {
                    TrytonDouble.answer(exchange, 502, "");
                    return true;
                });
            }
        });
        site.start();
        Await.until("told", DEADLINE, () -> site.monitor.last().contains("502"));
        assertEquals("FAILED", site.engine.runs().get(0).end);
        assertTrue(site.engine.runs().get(0).message.contains("502"));
        assertEquals(20, site.engine.count(RecordType.LOCATION));
        site.engine.beforeBatch(batch -> {});
        tryton.instead((method, exchange) -> false);
        Await.until("all", DEADLINE, () -> site.engine.count(RecordType.LOCATION) == 45);
        site.settle();
        assertEquals(
                "goes on, reads nothing twice",
                50,
                site.engine.lastRun().outcomes.size());
    }

    @Test
    @Shows("S4")
    public void anAdministratorMapsAnotherFieldOfTrytonWithoutCode() throws Exception {
        parties(1, 1, NOON);
        site.start().settle();
        assertFalse(tryton.asked().contains("category.name"));
        assertTrue(tryton.asked().contains("addresses.country.code"));
        assertFalse("the invoicing module is not there", tryton.asked().contains("addresses.invoice"));

        String file = SHORT + "  tags: {in: \"[category.name, $lookup('country', 41).name]\"}\n";
        write("customer", file);
        Await.until("said", DEADLINE, () -> site.monitor.noted() != null);
        assertEquals(
                "The mapping is broken: test-customer.yaml:5:14: fields.tags.in: The other system has no field category."
                        + " [unknown_remote_path]. The last good version counts.",
                site.monitor.noted());
        assertEquals("it works meanwhile", "Party 1", name(1));

        tryton.field("party.party category many2one party.category");
        tryton.field("party.category name char");
        tryton.row("country.country", 41, NOON, Map.of("code", "CH", "name", "Switzerland"));
        tryton.set("party.party", 1, "category.", Map.of("id", 3, "name", "Good ones"));
        write("customer", file + "# there now\n");
        Await.until("good", DEADLINE, () -> site.monitor.noted() == null);
        tryton.write(PARTY, 1, noonPlus(30), "name", "Mapped by file");
        Await.until("the change", DEADLINE, () -> name(1).equals("Mapped by file"));
        assertEquals(List.of("Good ones", "Switzerland"), customer(1).values().list(CustomerField.TAGS));
        assertFalse(customer(1).values().has(CustomerField.EMAIL));
        assertTrue(tryton.asked().contains("category.name"));
        assertFalse("not mapped, so not asked", tryton.asked().contains("contact_mechanisms.value"));
    }

    private static final String SHORT = "type: customer\nid: id\nfields:\n  name: name\n";

    private void write(String type, String text) throws Exception {
        Path fresh = mappings.getRoot().toPath().resolve("new");
        Files.writeString(fresh, text);
        Files.move(
                fresh, mappings.getRoot().toPath().resolve("test-" + type + ".yaml"), StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    @Shows("S4")
    public void aBrokenFileLeavesTheLastGoodOneAndWithoutOneTheConnectionFails() throws Exception {
        write("customer", SHORT + "  fax: fax\n");
        parties(1, 1, NOON);
        site.start();
        Await.until("told", DEADLINE, () -> site.monitor.last().startsWith("failed"));
        assertEquals(
                "failed: The mapping is broken: test-customer.yaml:5:3: fields.fax: A customer has no field fax."
                        + " [unknown_field].",
                site.monitor.last());
        assertTrue(site.engine.runs().isEmpty());

        write("customer", SHORT + "  code: {in: $uppercase(code)}\n");
        Await.until("mended", DEADLINE, () -> site.engine.record(RecordType.LOCATION, 1) != null);
        site.settle();
        write("customer", SHORT + "  code: {in: $uppercase(code}\n");
        Await.until("told", DEADLINE, () -> site.monitor.noted() != null);
        tryton.write(PARTY, 1, noonPlus(30), "code", "goes-on");
        Await.until("the last good one", DEADLINE, () -> "GOES-ON"
                .equals(customer(1).values().text(CustomerField.CODE)));
        Await.until("well", DEADLINE, () -> site.monitor.last().equals("idle"));
    }

    @Test
    @Shows("S4")
    public void whatALookUpDoesNotFindIsRefused() throws Exception {
        write("customer", SHORT + "  address.country: {in: \"$lookup('country', code).code\"}\n");
        parties(1, 1, NOON);
        site.start().settle();
        Violation violation = customer(1).refusal().violations().get(0);
        assertEquals("address.country", violation.field());
        assertEquals("lookup_unknown", violation.rule());
        assertEquals("P-1", violation.value());
        tryton.row("country.country", 41, NOON, Map.of("code", "P-1", "name", "New one"));
        tryton.write(PARTY, 1, noonPlus(30), "name", "Again");
        Await.until("found by now", DEADLINE, () -> customer(1).refusal() == null);
    }
}
