/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import org.kontor.api.audit.AuditEntry;
import org.kontor.api.audit.AuditQuery;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.Role;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.Brake;
import org.kontor.api.sync.DeleteRule;
import org.kontor.api.sync.MatchKey;
import org.kontor.api.sync.MergeRule;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.QuarantineQuery;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.RunItem;
import org.kontor.api.sync.RunState;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.core.record.RuledRecordWriter;
import org.kontor.persistence.store.JpaFeedStore;
import org.kontor.spi.sync.RemoteKeys;
import org.kontor.sync.DryRunDesk;
import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** What a run would do, told before anything is written; then the run does that. */
@Shows("S9")
public class DryRunTest extends OnBothDatabases {
    private static final String ERP = "erp";
    private static final Duration LONG = Duration.ofSeconds(60);

    private final There remote = new There();
    private SyncRules rules = new SyncRules(List.of(MatchKey.TAX_ID, MatchKey.CODE), MergeRule.THEIRS, Map.of(), false)
            .withBothWays(true);
    private final View view = new View();
    private DryRunDesk desk;

    /** A location there. */
    private record Place(String customer, String parent, String name) {}

    /** Customers with codes, and locations that are only read. */
    private static final class There extends MemoryRemote {
        final Map<String, String> codes = new HashMap<>();
        final Map<String, Place> places = new TreeMap<>();

        @Override
        SourceRecord told(String id) {
            SourceRecord plain = super.told(id);
            FieldValues.Builder values = FieldValues.builder();
            plain.values().forEach(values::set);
            if (codes.containsKey(id)) {
                values.set(CustomerField.CODE, codes.get(id));
            }
            return new SourceRecord(id, values.build(), Map.of(), plain.archived(), null);
        }

        SourceRecord place(String id) {
            Place place = places.get(id);
            Map<Field, String> references = new LinkedHashMap<>();
            references.put(LocationField.CUSTOMER, place.customer());
            references.put(LocationField.PARENT, place.parent());
            return new SourceRecord(
                    id,
                    FieldValues.builder().set(LocationField.NAME, place.name()).build(),
                    references,
                    false,
                    null);
        }
    }

    /** Pages of customers, and behind them pages of locations: nothing stands beside what it refers to. */
    private final class View extends MemoryView {
        DeleteRule deleted = DeleteRule.ARCHIVE;

        View() {
            super(remote, rules);
        }

        @Override
        public List<RecordType> types() {
            return List.of(RecordType.CUSTOMER, RecordType.LOCATION);
        }

        @Override
        public Page page(String after) {
            if (after == null || !after.startsWith("location")) {
                Page page = super.page(after);
                return page.next() == null ? new Page(page.parts(), "location") : page;
            }
            String last = after.substring("location".length());
            List<String> ids = remote.places.keySet().stream()
                    .filter(id -> id.compareTo(last) > 0)
                    .limit(size)
                    .toList();
            return new Page(
                    List.of(new Part(
                            RecordType.LOCATION, ids.stream().map(remote::place).toList())),
                    ids.size() < size ? null : "location" + ids.get(size - 1));
        }

        @Override
        public Map<String, SourceRecord> read(RecordType type, java.util.Collection<String> externalIds) {
            return type == RecordType.CUSTOMER
                    ? super.read(type, externalIds)
                    : externalIds.stream()
                            .filter(remote.places::containsKey)
                            .collect(Collectors.toMap(id -> id, remote::place));
        }

        @Override
        public SyncRules rules(RecordType type) {
            return type == RecordType.CUSTOMER ? rules : rules.withBothWays(false);
        }

        @Override
        public DeleteRule deleted(RecordType type) {
            return deleted;
        }

        @Override
        public RemoteKeys keys(RecordType type) {
            return type == RecordType.CUSTOMER
                    ? remote
                    : new RemoteKeys() {
                        @Override
                        public RecordType type() {
                            return type;
                        }

                        @Override
                        public Set<String> present(java.util.Collection<String> externalIds) {
                            return externalIds.stream()
                                    .filter(remote.places::containsKey)
                                    .collect(Collectors.toSet());
                        }
                    };
        }
    }

    @Before
    public void openDesk() {
        desk = new DryRunDesk(unitOfWork, engine, new RuledRecordWriter(), new JpaFeedStore(database.factory()), view);
    }

    @After
    public void closeDesk() throws InterruptedException {
        desk.close();
    }

    private Run dry() throws Exception {
        UUID id = desk.begin(ME, ERP);
        Await.until("tried", LONG, () -> journal.get(ME, id).state() != RunState.RUNNING);
        Run run = journal.get(ME, id);
        assertTrue(run.dryRun());
        assertEquals(run.message(), RunState.COMPLETED, run.state());
        return run;
    }

    /** What a connector does. */
    private Run real() {
        UUID run = engine.begin(ERP, null, "test");
        String after = null;
        do {
            MemoryView.Page page = view.page(after);
            page.parts()
                    .forEach(part -> engine.upsert(
                            ERP, new Batch(run, part.type(), part.records(), view.rules(part.type()), null)));
            after = page.next();
        } while (after != null);
        for (RecordType type : List.of(RecordType.LOCATION, RecordType.CUSTOMER)) {
            keySweep.sweep(ERP, () -> run, view.keys(type), view.deleted, Brake.NONE, () -> false);
        }
        while (outbound.send(ERP, () -> run, remote, rules).more()) {
            // the next page
        }
        engine.complete(ERP, run);
        return journal.get(ME, run);
    }

    private List<RunItem> items(Run run) {
        List<RunItem> items = new ArrayList<>();
        String cursor = null;
        do {
            var page = journal.items(ME, run.id(), null, 200, cursor);
            items.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return items;
    }

    /** What becomes of which record; what is sent is known by our id. */
    private Set<String> told(Run run) {
        Set<String> told = new TreeSet<>();
        for (RunItem item : items(run)) {
            var result = item.result();
            String id = result.outcome() == Outcome.SENT
                    ? result.recordId().toString()
                    : item.type().key() + " " + result.externalId() + " "
                            + (result.error() == null ? "" : result.error());
            told.add(result.outcome() + " " + id);
        }
        return told;
    }

    private long feedEnd() {
        long end = 0;
        for (var page = journal.read(ME, end, 200); !page.isEmpty(); page = journal.read(ME, end, 200)) {
            end = page.get(page.size() - 1).position();
        }
        return end;
    }

    /** Everything that may be written, on either side. */
    private List<Object> state() {
        return List.of(
                feedEnd(),
                remote.writes,
                remote.rows.size(),
                customers
                        .find(ME, RecordQuery.ALL.withArchived(RecordQuery.Archived.ANY))
                        .items(),
                locations
                        .find(ME, RecordQuery.ALL.withArchived(RecordQuery.Archived.ANY))
                        .items(),
                quarantine.list(ME, QuarantineQuery.ALL, 200, null).items(),
                unitOfWork.read(transaction -> transaction.brakes().of(ERP)),
                unitOfWork.read(transaction -> transaction.pending().waiting(ERP, RecordType.CUSTOMER, null, 200)));
    }

    private Run dryAndNothingWritten() throws Exception {
        List<Object> before = state();
        Run run = dry();
        assertEquals(before, state());
        return run;
    }

    private void theRunDoesThat() throws Exception {
        Run dry = dryAndNothingWritten();
        Run real = real();
        assertFalse(real.dryRun());
        assertEquals(told(real), told(dry));
        Map<String, List<FieldChange>> changes = items(dry).stream()
                .filter(item ->
                        item.type() == RecordType.CUSTOMER && item.result().outcome() == Outcome.UPDATED)
                .collect(Collectors.toMap(
                        item -> item.result().recordId().toString(), RunItem::changes, (one, other) -> one));
        Map<String, List<FieldChange>> audited = new HashMap<>();
        for (AuditEntry entry : journal.find(
                        ME, new AuditQuery(RecordType.CUSTOMER, null, null, "CONNECTION:" + ERP, null, null, 200, null))
                .items()) {
            if (entry.correlation().equals(real.id().toString())
                    && changes.containsKey(entry.recordId().toString())) {
                audited.putIfAbsent(entry.recordId().toString(), entry.changes());
            }
        }
        changes.values().removeIf(List::isEmpty);
        audited.keySet().retainAll(changes.keySet());
        assertEquals(audited, changes);
    }

    private Customer ours(String name) {
        return customers.find(ME, RecordQuery.ALL.withArchived(RecordQuery.Archived.ANY)).items().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    public void createsChangesArchivesConflictsAndRefusalsAreTold() throws Exception {
        rules = new SyncRules(
                        List.of(MatchKey.TAX_ID),
                        MergeRule.THEIRS,
                        Map.of(CustomerField.ADDRESS_CITY, MergeRule.ASK),
                        false)
                .withBothWays(true);
        String changed = remote.add("Changed");
        String asked = remote.add("Asked");
        String archived = remote.add("Archived");
        String gone = remote.add("Gone");
        real();
        remote.edit(changed, CustomerField.TAX_ID, "CHE-111");
        remote.edit(asked, CustomerField.ADDRESS_CITY, "Bern");
        Customer inConflict = ours("Asked");
        customers.update(ME, inConflict.id(), inConflict.version(), set(CustomerField.ADDRESS_CITY, "Basel"));
        remote.rows.get(archived).archived = true;
        remote.rows.remove(gone);
        String fresh = remote.add("Fresh");
        String refused = remote.add(null);
        Customer here = customers.create(ME, named("Only here"));
        Run run = dryAndNothingWritten();
        assertEquals(
                Set.of(
                        "UPDATED customer " + changed + " ",
                        "CONFLICT customer " + asked + " ",
                        "ARCHIVED customer " + archived + " ",
                        "ARCHIVED customer " + gone + " ",
                        "CREATED customer " + fresh + " ",
                        "REFUSED customer " + refused + " invalid_input",
                        "SENT " + here.id()),
                told(run));
        assertEquals(1, run.created());
        assertEquals(1, run.conflicts());
        assertEquals(1, run.refused());
        assertEquals(1, run.sent());
        Map<String, List<FieldChange>> changes = items(run).stream()
                .collect(Collectors.toMap(item -> item.result().externalId(), RunItem::changes));
        assertEquals(List.of(new FieldChange("taxId", null, "CHE-111")), changes.get(changed));
        assertEquals(List.of(new FieldChange("archived", "false", "true")), changes.get(archived));
        assertEquals(
                "a code that would be made is not told",
                List.of(
                        new FieldChange("name", null, "Fresh"),
                        new FieldChange("crossReferences", null, "erp:" + fresh)),
                changes.get(fresh).stream()
                        .filter(change -> !change.field().equals("kind"))
                        .toList());
        assertTrue(changes.get("").contains(new FieldChange("name", null, "Only here")));
        theRunDoesThat();
    }

    @Test
    public void whatDependsOnEarlierPagesIsToldAsItWillBe() throws Exception {
        view.size = 1;
        Customer claimed = customers.create(
                ME,
                FieldValues.builder()
                        .set(CustomerField.NAME, "Ours")
                        .set(CustomerField.TAX_ID, "CHE-777")
                        .build());
        remote.edit(remote.add("First of the same tax id"), CustomerField.TAX_ID, "CHE-777");
        remote.edit(remote.add("Second of the same tax id"), CustomerField.TAX_ID, "CHE-777");
        remote.codes.put(remote.add("First of the same code"), "C-1");
        remote.codes.put(remote.add("Second of the same code"), "C-1");
        remote.places.put("l1", new Place("r1", null, "At ours"));
        remote.places.put("l2", new Place("r3", null, "At a new one"));
        remote.places.put("l3", new Place("r3", "l2", "In a new one"));
        remote.places.put("l4", new Place("r4", null, "At a refused one"));
        Run run = dryAndNothingWritten();
        assertEquals(
                Set.of(
                        "UPDATED customer r1 ",
                        "CREATED customer r2 ",
                        "CREATED customer r3 ",
                        "REFUSED customer r4 code_taken",
                        "CREATED location l1 ",
                        "CREATED location l2 ",
                        "CREATED location l3 ",
                        "REFUSED location l4 invalid_input"),
                told(run));
        RunItem inNew = items(run).stream()
                .filter(item -> item.result().externalId().equals("l3"))
                .findFirst()
                .orElseThrow();
        assertTrue(inNew.changes().contains(new FieldChange("customerId", null, "erp:r3")));
        assertTrue(inNew.changes().contains(new FieldChange("parentId", null, "erp:l2")));
        assertNull(inNew.result().recordId());
        assertEquals(1, claimed.version());
        theRunDoesThat();
    }

    /** What is read once more, because ours is to be sent, may be taken in after what stood in its way is gone. */
    @Test
    public void whatWasRefusedIsLookedAtOnceMoreBeforeOursIsSent() throws Exception {
        view.size = 1;
        remote.codes.put(remote.add("First"), "C-1");
        remote.codes.put(remote.add("Second"), "C-2");
        real();
        remote.codes.put("r1", "C-2");
        remote.codes.put("r2", "C-3");
        Customer edited = ours("First");
        customers.update(ME, edited.id(), edited.version(), set(CustomerField.ADDRESS_CITY, "Bern"));
        Run run = dryAndNothingWritten();
        assertEquals(
                Set.of(
                        "REFUSED customer r1 code_taken",
                        "UPDATED customer r2 ",
                        "UPDATED customer r1 ",
                        "SENT " + edited.id()),
                told(run));
        theRunDoesThat();
    }

    @Test
    public void aBrakeIsTold() throws Exception {
        for (int i = 0; i < 10; i++) {
            remote.add("Customer " + i);
        }
        real();
        rules = rules.withBrake(new Brake(2, 0.1));
        remote.rows.keySet().removeAll(List.of("r1", "r2", "r3", "r4"));
        Run run = dryAndNothingWritten();
        assertTrue(run.message(), run.message().contains("at least 4 of 10 records"));
        assertEquals(4, run.archived());
    }

    @Test
    public void theRunThatIsUnderWayGoesOn() throws Exception {
        UUID under = engine.begin(ERP, RecordType.CUSTOMER, "test");
        dry();
        assertEquals(RunState.RUNNING, journal.get(ME, under).state());
        UUID next = engine.begin(ERP, RecordType.CUSTOMER, "test");
        assertEquals(RunState.INTERRUPTED, journal.get(ME, under).state());
        engine.complete(ERP, next);
    }

    @Test
    public void onlyAdministratorsTry() {
        assertRefused(ErrorCode.ACCESS_DENIED, () -> desk.begin(caller("reader", Role.READ_ONLY), ERP));
    }

    /** Any change on either side, in short pages, over several runs. */
    @Test
    public void theRunDoesWhatTheDryRunTold() throws Exception {
        long seed = Long.getLong("kontor.seed", System.nanoTime());
        Random random = new Random(seed);
        try {
            for (int round = 0; round < 5; round++) {
                view.size = 1 + random.nextInt(4);
                view.deleted = random.nextBoolean() ? DeleteRule.ARCHIVE : DeleteRule.DELETE;
                for (int change = 0; change < 12; change++) {
                    changeAnything(random);
                }
                theRunDoesThat();
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private void changeAnything(Random random) {
        List<String> there = List.copyOf(remote.rows.keySet());
        List<Customer> here = customers
                .find(ME, RecordQuery.ALL.withArchived(RecordQuery.Archived.ANY))
                .items();
        String one = there.isEmpty() ? null : there.get(random.nextInt(there.size()));
        Customer ours = here.isEmpty() ? null : here.get(random.nextInt(here.size()));
        String tax = "CHE-00" + random.nextInt(6);
        switch (random.nextInt(12)) {
            case 0, 1 -> remote.edit(remote.add("There " + random.nextInt(100)), CustomerField.TAX_ID, tax);
            case 2 -> remote.codes.put(remote.add("Coded " + random.nextInt(100)), "C-" + random.nextInt(5));
            case 3 -> remote.places.put("l" + remote.places.size(), place(random, one));
            case 4 -> {
                if (one != null) {
                    remote.codes.put(one, "C-" + random.nextInt(5));
                }
            }
            case 5 -> {
                if (one != null) {
                    remote.edit(one, CustomerField.ADDRESS_CITY, "City " + random.nextInt(3));
                }
            }
            case 6 -> {
                if (one != null) {
                    remote.rows.get(one).archived = !remote.rows.get(one).archived;
                }
            }
            case 7 -> remote.rows.remove(String.valueOf(one));
            case 8 -> customers.create(
                    ME,
                    FieldValues.builder()
                            .set(CustomerField.NAME, "Here " + random.nextInt(100))
                            .set(CustomerField.TAX_ID, tax)
                            .build());
            case 9, 10 -> {
                if (ours != null) {
                    customers.update(
                            ME,
                            ours.id(),
                            ours.version(),
                            set(CustomerField.ADDRESS_CITY, "Here " + random.nextInt(3)));
                }
            }
            default -> {
                if (ours != null) {
                    try {
                        customers.delete(ME, ours.id(), ours.version());
                    } catch (KontorException stillUsed) {
                        // locations stand at it
                    }
                }
            }
        }
    }

    private Place place(Random random, String customer) {
        List<String> others = List.copyOf(remote.places.keySet());
        String parent = others.isEmpty() || random.nextBoolean() ? null : others.get(random.nextInt(others.size()));
        return new Place(customer == null ? "r0" : customer, parent, "Place " + random.nextInt(100));
    }
}
