/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import org.kontor.alerts.internal.Watch;
import org.kontor.api.alert.Alert;
import org.kontor.api.call.Role;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.feed.Change;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.ConflictQuery;
import org.kontor.api.sync.Drift;
import org.kontor.api.sync.DriftCounts;
import org.kontor.api.sync.DriftField;
import org.kontor.api.sync.DriftKind;
import org.kontor.api.sync.MergeRule;
import org.kontor.api.sync.Reconciliation;
import org.kontor.api.sync.Reconciliations;
import org.kontor.api.sync.Reconciliations.Repaired;
import org.kontor.api.sync.Repair;
import org.kontor.api.sync.RunState;
import org.kontor.api.sync.SyncRules;
import org.kontor.core.record.Cursors;
import org.kontor.core.record.RuledRecordWriter;
import org.kontor.core.record.SealedPages;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.spi.sync.Outbound;
import org.kontor.sync.DriftAlerts;
import org.kontor.sync.ReconciliationDesk;
import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** Both sides compared record by record, and repaired by choice. */
@Shows("S12")
public class ReconciliationTest extends OnBothDatabases {
    private static final String ERP = "erp";
    private static final Duration LONG = Duration.ofSeconds(60);

    private final MemoryRemote remote = new MemoryRemote();
    private SyncRules rules = new SyncRules(List.of(), MergeRule.THEIRS, Map.of(), false).withBothWays(true);
    private ReconciliationDesk desk;
    private MemoryView view;

    @Before
    public void openDesk() {
        desk = desk(rules);
    }

    private ReconciliationDesk desk(SyncRules other) {
        view = new MemoryView(remote, other);
        return new ReconciliationDesk(
                unitOfWork,
                engine,
                new RuledRecordWriter(),
                new SealedPages(new Cursors(new JpaServerSecrets(database.factory()))),
                view);
    }

    @After
    public void closeDesk() throws InterruptedException {
        desk.close();
    }

    /** A run: reads everything, then sends what is ours. */
    private void sync() {
        UUID run = engine.begin(ERP, RecordType.CUSTOMER, "test");
        List<String> ids = List.copyOf(remote.rows.keySet());
        for (int from = 0; from < ids.size(); from += Batch.MAX_SIZE) {
            engine.upsert(
                    ERP,
                    new Batch(
                            run,
                            RecordType.CUSTOMER,
                            ids.subList(from, Math.min(from + Batch.MAX_SIZE, ids.size())).stream()
                                    .map(remote::told)
                                    .toList(),
                            rules,
                            null));
        }
        while (outbound.send(ERP, () -> run, remote, rules).more()) {
            // the next page
        }
        engine.complete(ERP, run);
    }

    private Reconciliation compared() throws Exception {
        UUID id = desk.begin(ME, ERP);
        Await.until("compared", LONG, () -> desk.get(ME, id).state() != RunState.RUNNING);
        Reconciliation report = desk.get(ME, id);
        assertEquals(report.message(), RunState.COMPLETED, report.state());
        return report;
    }

    private List<Drift> listed(Reconciliation report) {
        return desk.drift(ME, report.id(), null, null, 200, null).items();
    }

    private static Map<String, DriftKind> kinds(List<Drift> drift) {
        return drift.stream()
                .collect(Collectors.toMap(Drift::externalId, Drift::kind, (one, other) -> one, TreeMap::new));
    }

    private Customer ours(String externalId) {
        UUID id = unitOfWork
                .read(transaction -> transaction.sync().links(ERP, RecordType.CUSTOMER, List.of(externalId)))
                .get(externalId)
                .recordId();
        return customers.get(ME, id);
    }

    private void edit(String externalId, CustomerField field, String value) {
        Customer now = ours(externalId);
        customers.update(ME, now.id(), now.version(), set(field, value));
    }

    /** Something went wrong, once: what was changed here is never sent. */
    private void loseWhatIsToBeSent() {
        long end = feedEnd();
        unitOfWork.write(ME, transaction -> {
            transaction.feedPositions().reset(Outbound.consumer(ERP, RecordType.CUSTOMER), end);
            return null;
        });
    }

    private long feedEnd() {
        long end = 0;
        List<Change> page = journal.read(ME, end, 200);
        while (!page.isEmpty()) {
            end = page.get(page.size() - 1).position();
            page = journal.read(ME, end, 200);
        }
        return end;
    }

    private void customersThere(int number) {
        for (int i = 0; i < number; i++) {
            remote.add("Customer " + i);
        }
    }

    @Test
    public void aQuietPairGivesAnEmptyReportAndNothingIsWritten() throws Exception {
        customersThere(7);
        customers.create(ME, named("Ours"));
        sync();
        remote.edit("r2", CustomerField.ADDRESS_CITY, "Bern");
        edit("r3", CustomerField.TAX_ID, "T-3");
        sync();
        long changes = feedEnd();
        int writes = remote.writes;
        Reconciliation report = compared();
        assertEquals(List.of(), listed(report));
        assertEquals(List.of(new DriftCounts(RecordType.CUSTOMER, 8, 8, 0, 0, 0, 0, 0)), report.counts());
        assertEquals(changes, feedEnd());
        assertEquals(writes, remote.writes);
    }

    @Test
    public void whatDiffersIsToldWithBothValues() throws Exception {
        customersThere(6);
        sync();
        remote.edit("r1", CustomerField.ADDRESS_CITY, "Bern");
        edit("r2", CustomerField.ADDRESS_CITY, "Basel");
        remote.rows.remove("r3");
        remote.add("New there");
        // the same on both sides is no difference, though nobody told the other
        remote.edit("r4", CustomerField.TAX_ID, "T-4");
        edit("r4", CustomerField.TAX_ID, "T-4");
        loseWhatIsToBeSent();
        Reconciliation report = compared();
        assertEquals(
                Map.of(
                        "r1", DriftKind.DIFFERS,
                        "r2", DriftKind.DIFFERS,
                        "r3", DriftKind.MISSING_THERE,
                        "r7", DriftKind.MISSING_HERE),
                kinds(listed(report)));
        assertEquals(List.of(new DriftCounts(RecordType.CUSTOMER, 6, 6, 0, 1, 1, 2, 0)), report.counts());
        List<Drift> differs = desk.drift(ME, report.id(), RecordType.CUSTOMER, DriftKind.DIFFERS, 10, null)
                .items();
        assertEquals(
                List.of(new DriftField("address.city", "Bern", null, null)),
                differs.get(0).fields());
        assertEquals(
                List.of(new DriftField("address.city", null, null, "Basel")),
                differs.get(1).fields());
        assertEquals(ours("r2").code(), differs.get(1).code());
    }

    @Test
    public void whatKontorKnowsOfWaitsAndIsCountedApart() throws Exception {
        rules = new SyncRules(List.of(), MergeRule.ASK, Map.of(), false).withBothWays(true);
        desk.close();
        desk = desk(rules);
        customersThere(3);
        String refused = remote.add(null);
        sync();
        remote.edit("r1", CustomerField.TAX_ID, "T-there");
        edit("r1", CustomerField.TAX_ID, "T-here");
        sync();
        edit("r2", CustomerField.TAX_ID, "T-2");
        Reconciliation report = compared();
        assertEquals(
                Map.of("r1", DriftKind.WAITING, "r2", DriftKind.WAITING, refused, DriftKind.WAITING),
                kinds(listed(report)));
        assertEquals(0, report.found());
        assertRefused(ErrorCode.INVALID_INPUT, () -> desk.repair(ME, report.id(), DriftKind.WAITING, Repair.THEIRS));
    }

    private List<Alert> alerts(Watch watch) {
        Instant now = Instant.now();
        watch.look(List.of(new DriftAlerts(unitOfWork)), now);
        watch.look(List.of(new DriftAlerts(unitOfWork)), now);
        return unitOfWork.read(transaction -> transaction.alerts().list(false, 10));
    }

    @Test
    @Shows("S16")
    public void peopleAreToldOnceOfEachComparisonThatFoundSomething() throws Exception {
        Watch watch = new Watch(unitOfWork, ME, List.of(), Duration.ZERO);
        compared();
        assertEquals("silent where nothing differs", List.of(), alerts(watch));
        customersThere(2);
        compared();
        Alert first = alerts(watch).get(0);
        assertEquals("drift", first.kind());
        assertTrue(first.subject(), first.subject().startsWith("erp "));
        assertTrue(first.message(), first.message().contains("2 records that differ"));
        assertEquals(List.of(first), alerts(watch));
        compared();
        List<Alert> second = alerts(watch);
        assertEquals("the older one is over", 1, second.size());
        assertNotEquals(first.subject(), second.get(0).subject());
        sync();
        compared();
        assertEquals(List.of(), alerts(watch));
    }

    /** The answer to a creation is lost. */
    private void killedAt(int moment) {
        int[] calls = {0};
        remote.moment = () -> {
            if (++calls[0] == moment) {
                throw new IllegalStateException("killed");
            }
        };
        assertThrows(IllegalStateException.class, this::sync);
        remote.moment = () -> {};
    }

    @Test
    public void whatWeAreJustCreatingThereIsNotMissingHere() throws Exception {
        remote.tellsCodes = true;
        customers.create(ME, named("Ours"));
        killedAt(2);
        assertEquals(1, remote.rows.size());
        Reconciliation report = compared();
        assertEquals(Map.of("r1", DriftKind.WAITING), kinds(listed(report)));
        assertEquals(0, report.found());
    }

    @Test
    public void whatWeAreJustCreatingThereIsNotTakenForANewRecord() throws Exception {
        remote.tellsCodes = true;
        customersThere(1);
        remote.rows.get("r1").code = "C-77";
        Reconciliation report = compared();
        assertEquals(Map.of("r1", DriftKind.MISSING_HERE), kinds(listed(report)));
        MemoryRemote.Row before = remote.rows.remove("r1");
        customers.create(ME, named("Ours").with(set(CustomerField.CODE, "C-77")));
        killedAt(1);
        remote.rows.put("r1", before);
        Repaired done = desk.repair(ME, report.id(), DriftKind.MISSING_HERE, Repair.THEIRS);
        assertEquals(0, done.taken());
        assertEquals("It is just being created there.", done.reasons().get(0).message());
        assertEquals(1, customers.find(ME, RecordQuery.ALL).items().size());
    }

    /** Two nodes see a connection first at the same moment. */
    @Test
    public void aComparisonIsPlannedByOneOfTwo() {
        Instant one = Instant.parse("2026-11-22T10:00:00Z");
        Instant other = one.plusSeconds(60);
        boolean[] first = {true};
        Instant seen = unitOfWork.write(ME, transaction -> {
            Instant planned = transaction.drift().planned(ERP).orElse(null);
            if (first[0]) {
                first[0] = false;
                CompletableFuture.runAsync(() ->
                                unitOfWork.write(ME, quicker -> quicker.drift().plan(ERP, null, one)))
                        .join();
            }
            transaction.drift().plan(ERP, planned, other);
            return planned;
        });
        assertEquals("tried again, on what the other one wrote", one, seen);
    }

    @Test
    public void whatOnlyTheyChangedDoesNotWaitForWhatIsSent() throws Exception {
        customersThere(1);
        sync();
        edit("r1", CustomerField.TAX_ID, "T-1");
        edit("r1", CustomerField.TAX_ID, null);
        remote.edit("r1", CustomerField.ADDRESS_CITY, "Bern");
        assertEquals(Map.of("r1", DriftKind.DIFFERS), kinds(listed(compared())));
    }

    /** Differences of every kind. */
    private void drift() {
        customersThere(6);
        sync();
        remote.edit("r1", CustomerField.ADDRESS_CITY, "Bern");
        edit("r2", CustomerField.ADDRESS_CITY, "Basel");
        remote.edit("r4", CustomerField.ADDRESS_CITY, "Chur");
        edit("r4", CustomerField.ADDRESS_CITY, "Thun");
        edit("r4", CustomerField.TAX_ID, "T-4");
        remote.rows.remove("r3");
        remote.add("New there");
        loseWhatIsToBeSent();
    }

    @Test
    public void theirsIsTakenInAlsoOverWhatWeChanged() throws Exception {
        drift();
        Reconciliation report = compared();
        Customer third = ours("r3");
        Repaired done = desk.repair(ME, report.id(), null, Repair.THEIRS);
        assertEquals(List.of(), done.reasons());
        assertEquals(5, done.taken());
        assertEquals("Bern", ours("r1").values().text(CustomerField.ADDRESS_CITY));
        assertNull(ours("r2").values().text(CustomerField.ADDRESS_CITY));
        assertEquals("Chur", ours("r4").values().text(CustomerField.ADDRESS_CITY));
        assertNull(ours("r4").values().text(CustomerField.TAX_ID));
        assertEquals("New there", ours("r7").name());
        assertTrue(customers.get(ME, third.id()).archived());
        int writes = remote.writes;
        sync();
        assertEquals("nothing of theirs goes back", writes, remote.writes);
        assertEquals(0, compared().found());
        assertEquals(
                "not twice", 0, desk.repair(ME, report.id(), null, Repair.OURS).sending());
    }

    @Test
    public void oursIsSentAlsoOverWhatTheyChanged() throws Exception {
        drift();
        Reconciliation report = compared();
        Repaired done = desk.repair(ME, report.id(), null, Repair.OURS);
        assertEquals(4, done.sending());
        assertEquals(0, done.taken());
        assertEquals("what is missing here is nothing of ours", 1, done.left());
        assertEquals("r7", done.reasons().get(0).externalId());
        assertEquals("nothing is sent by the repair", 0, remote.writes);
        sync();
        assertNull(remote.rows.get("r1").values.get(CustomerField.ADDRESS_CITY));
        assertEquals("Basel", remote.rows.get("r2").values.get(CustomerField.ADDRESS_CITY));
        assertEquals("Thun", remote.rows.get("r4").values.get(CustomerField.ADDRESS_CITY));
        assertEquals("T-4", remote.rows.get("r4").values.get(CustomerField.TAX_ID));
        assertEquals(
                "created anew",
                1,
                remote.rows.values().stream()
                        .filter(row -> "Customer 2".equals(row.values.get(CustomerField.NAME)))
                        .count());
        assertEquals(0, compared().found());
    }

    @Test
    public void whatIsGoneThereAndCreatedAnewIsNoConflictAnyMore() throws Exception {
        rules = new SyncRules(List.of(), MergeRule.ASK, Map.of(), false).withBothWays(true);
        desk.close();
        desk = desk(rules);
        customersThere(2);
        sync();
        remote.edit("r1", CustomerField.TAX_ID, "T-there");
        edit("r1", CustomerField.TAX_ID, "T-here");
        sync();
        assertEquals(1, conflicts.list(ME, ConflictQuery.ALL, 10, null).items().size());
        remote.rows.remove("r1");
        desk.repair(ME, compared().id(), DriftKind.MISSING_THERE, Repair.OURS);
        sync();
        assertEquals(List.of(), conflicts.list(ME, ConflictQuery.ALL, 10, null).items());
        assertEquals(
                1,
                remote.rows.values().stream()
                        .filter(row -> "T-here".equals(row.values.get(CustomerField.TAX_ID)))
                        .count());
    }

    @Test
    public void bothCarriesWhatEachSideChanged() throws Exception {
        drift();
        Repaired done = desk.repair(ME, compared().id(), DriftKind.DIFFERS, Repair.BOTH);
        assertEquals(3, done.sending());
        sync();
        assertEquals("Bern", ours("r1").values().text(CustomerField.ADDRESS_CITY));
        assertEquals("Basel", remote.rows.get("r2").values.get(CustomerField.ADDRESS_CITY));
        assertEquals("the rule", "Chur", ours("r4").values().text(CustomerField.ADDRESS_CITY));
        assertEquals("T-4", remote.rows.get("r4").values.get(CustomerField.TAX_ID));
        Reconciliation after = compared();
        assertEquals(Map.of("r3", DriftKind.MISSING_THERE), kinds(listed(after)));
    }

    @Test
    public void aConnectionThatOnlyReadsSendsNothing() throws Exception {
        rules = rules.withBothWays(false);
        desk.close();
        desk = desk(rules);
        remote.add("Acme");
        UUID run = engine.begin(ERP, RecordType.CUSTOMER, "test");
        engine.upsert(ERP, new Batch(run, RecordType.CUSTOMER, List.of(remote.told("r1")), rules, null));
        edit("r1", CustomerField.ADDRESS_CITY, "Basel");
        Reconciliation report = compared();
        assertEquals(1, report.found());
        assertRefused(ErrorCode.INVALID_INPUT, () -> desk.repair(ME, report.id(), null, Repair.OURS));
        desk.repair(ME, report.id(), null, Repair.THEIRS);
        assertEquals(0, compared().found());
    }

    @Test
    public void countsAreWholeAndTheListIsBounded() throws Exception {
        view.size = 500;
        customersThere(Reconciliations.MOST_LISTED + 10);
        Reconciliation report = compared();
        assertEquals(Reconciliations.MOST_LISTED + 10, report.found());
        assertEquals(
                Reconciliations.MOST_LISTED,
                unitOfWork
                        .read(transaction -> transaction.drift().drift(report.id(), null, null, null, 5000))
                        .size());
        desk.repair(ME, report.id(), null, Repair.THEIRS);
        assertEquals("the rest", 10, compared().found());
    }

    /** Whatever happened on both sides: after a repair and a run nothing differs. */
    @Test
    public void anyDifferencesAreRepaired() throws Exception {
        Random random = new Random(12);
        customersThere(12);
        sync();
        Repair[] ways = Repair.values();
        for (int round = 0; round < 9; round++) {
            for (String id : List.copyOf(remote.rows.keySet())) {
                CustomerField field = MemoryRemote.FIELDS.get(random.nextInt(3));
                String value = field == CustomerField.NAME ? "Name " + random.nextInt(3) : texts(random);
                switch (random.nextInt(5)) {
                    case 0 -> remote.edit(id, field, value);
                    case 1 -> edit(id, field, value);
                    case 2 -> {
                        remote.edit(id, field, value);
                        edit(id, CustomerField.ADDRESS_CITY, texts(random));
                    }
                    default -> {}
                }
            }
            loseWhatIsToBeSent();
            Reconciliation report = compared();
            Repair how = ways[round % ways.length];
            Repaired done = desk.repair(ME, report.id(), null, how);
            assertEquals(List.of(), done.reasons());
            sync();
            assertEquals("round " + round + ", " + how, List.of(), listed(compared()));
        }
    }

    private static String texts(Random random) {
        int number = random.nextInt(4);
        return number == 0 ? null : "value " + number;
    }

    @Test
    public void aScheduleBeginsWhatIsDueOncePerPeriod() {
        Map<String, Duration> week = Map.of(ERP, Duration.ofDays(7));
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        desk.lookAtPlans(week, start);
        desk.lookAtPlans(week, start.plus(Duration.ofDays(6)));
        assertEquals(List.of(), reports());
        desk.lookAtPlans(week, start.plus(Duration.ofDays(7)));
        desk.lookAtPlans(week, start.plus(Duration.ofDays(8)));
        assertEquals(1, reports().size());
        assertTrue(reports().get(0).scheduled());
        // a shorter period counts at once, from then on
        Map<String, Duration> day = Map.of(ERP, Duration.ofDays(1));
        desk.lookAtPlans(day, start.plus(Duration.ofDays(8)));
        Await.until("compared", LONG, () -> reports().get(0).state() == RunState.COMPLETED);
        desk.lookAtPlans(day, start.plus(Duration.ofDays(9)));
        assertEquals(2, reports().size());
    }

    private List<Reconciliation> reports() {
        return desk.list(ME, ERP, 50, null).items();
    }

    @Test
    public void onlyAdministratorsBeginAndRepair() {
        assertRefused(ErrorCode.ACCESS_DENIED, () -> desk.begin(caller("reader", Role.READ_ONLY), ERP));
        assertRefused(ErrorCode.NOT_FOUND, () -> desk.get(ME, UUID.randomUUID()));
        assertEquals(List.of(), customers.find(ME, RecordQuery.ALL).items());
    }
}
