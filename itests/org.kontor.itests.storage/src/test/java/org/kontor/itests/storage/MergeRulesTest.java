/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.Test;

import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.Conflict;
import org.kontor.api.sync.ConflictQuery;
import org.kontor.api.sync.Conflicts;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.MatchKey;
import org.kontor.api.sync.MergeRule;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Side;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** Both sides change a record between two readings: field by field, by the rule of the field. */
@Shows({"S6", "S7"})
public class MergeRulesTest extends OnBothDatabases {
    private static final Map<CustomerField, MergeRule> RULES = Map.of(
            CustomerField.NAME, MergeRule.THEIRS,
            CustomerField.TAX_ID, MergeRule.OURS,
            CustomerField.ADDRESS_CITY, MergeRule.ASK,
            CustomerField.BILLING_CONTACT_NAME, MergeRule.ASK);

    private static final SyncRules FOUR = new SyncRules(List.of(), MergeRule.THEIRS, Map.copyOf(RULES), false);

    private static SyncRules all(MergeRule rule) {
        return new SyncRules(List.of(), rule, Map.of(), false);
    }

    private ItemResult read(SyncRules rules, SourceRecord record) {
        UUID run = engine.begin("erp", RecordType.CUSTOMER, "test");
        ItemResult result = engine.upsert("erp", new Batch(run, RecordType.CUSTOMER, List.of(record), rules, null))
                .get(0);
        engine.complete("erp", run);
        return result;
    }

    private static SourceRecord told(Map<? extends Field, ?> values) {
        return new SourceRecord("1", FieldValues.of(values), Map.of(), null, null);
    }

    private static SourceRecord cities(String city) {
        Map<CustomerField, String> values = new HashMap<>();
        values.put(CustomerField.NAME, "Acme");
        values.put(CustomerField.ADDRESS_CITY, city);
        return told(values);
    }

    private void edit(UUID id, CustomerField field, Object value) {
        customers.update(ME, id, customers.get(ME, id).version(), set(field, value));
    }

    private String city(UUID id) {
        return customers.get(ME, id).values().text(CustomerField.ADDRESS_CITY);
    }

    private List<Conflict> waiting() {
        return conflicts.list(ME, ConflictQuery.ALL, 200, null).items();
    }

    /** What a person would work out with pencil and paper. */
    private static final class Expected {
        final Map<CustomerField, String> theirs = new HashMap<>();
        final Map<CustomerField, String> ours = new HashMap<>();
        final Map<CustomerField, String> theirsAgreed = new HashMap<>();
        final Map<CustomerField, String> oursAgreed = new HashMap<>();
        final Set<CustomerField> asked = new HashSet<>();

        void read() {
            asked.clear();
            RULES.forEach((field, rule) -> {
                String there = theirs.get(field);
                boolean changedThere = !Objects.equals(there, theirsAgreed.get(field));
                boolean changedHere = !Objects.equals(ours.get(field), oursAgreed.get(field));
                boolean differ = !Objects.equals(there, ours.get(field));
                if (changedThere && changedHere && differ && rule == MergeRule.ASK) {
                    asked.add(field);
                } else if (changedThere && changedHere && differ && rule == MergeRule.OURS) {
                    theirsAgreed.put(field, there);
                } else if (changedThere) {
                    agree(field, there);
                }
            });
        }

        void agree(CustomerField field, String value) {
            ours.put(field, value);
            theirsAgreed.put(field, value);
            oursAgreed.put(field, value);
        }
    }

    @Test
    public void editsInAnyOrderMergeByTheRuleOfTheField() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<CustomerField> fields = List.copyOf(RULES.keySet());
        Expected expected = new Expected();
        expected.theirs.put(CustomerField.NAME, "start");
        UUID id = read(FOUR, told(expected.theirs)).recordId();
        expected.agree(CustomerField.NAME, "start");
        for (int step = 0; step < 150; step++) {
            String when = "seed " + seed + ", step " + step;
            CustomerField field = fields.get(random.nextInt(fields.size()));
            String value = field != CustomerField.NAME && random.nextInt(4) == 0 ? null : "v" + random.nextInt(3);
            switch (random.nextInt(5)) {
                case 0, 1 -> expected.theirs.put(field, value);
                case 2 -> {
                    edit(id, field, value);
                    expected.ours.put(field, value);
                }
                case 3 -> {
                    Map<CustomerField, String> everything = new HashMap<>(expected.theirs);
                    fields.forEach(each -> everything.putIfAbsent(each, null));
                    read(FOUR, told(everything));
                    expected.read();
                }
                default -> decide(expected, random);
            }
            Customer now = customers.get(ME, id);
            for (CustomerField each : fields) {
                assertEquals(
                        when + ", " + each,
                        expected.ours.get(each),
                        now.values().get(each));
            }
            assertEquals(
                    when,
                    expected.asked.stream().map(CustomerField::path).collect(Collectors.toSet()),
                    waiting().stream().map(Conflict::field).collect(Collectors.toSet()));
        }
    }

    private void decide(Expected expected, Random random) {
        List<Conflict> open = waiting();
        if (open.isEmpty()) {
            return;
        }
        Conflict one = open.get(random.nextInt(open.size()));
        CustomerField field =
                (CustomerField) RecordType.CUSTOMER.field(one.field()).orElseThrow();
        Side stays = random.nextBoolean() ? Side.OURS : Side.THEIRS;
        conflicts.decide(ME, List.of(one.id()), stays);
        expected.asked.remove(field);
        if (stays == Side.THEIRS) {
            expected.agree(field, (String) one.theirs());
        } else {
            expected.theirsAgreed.put(field, (String) one.theirs());
        }
    }

    @Test
    public void aConflictTellsBothValuesAndWhatWasAgreed() {
        UUID id = read(all(MergeRule.ASK), cities("Bern")).recordId();
        edit(id, CustomerField.ADDRESS_CITY, "Basel");
        assertEquals(Outcome.CONFLICT, read(all(MergeRule.ASK), cities("Biel")).outcome());
        Conflict conflict = waiting().get(0);
        assertEquals(
                List.of("erp", "1", id, "address.city", "Bern", "Basel", "Biel"),
                List.of(
                        conflict.connection(),
                        conflict.externalId(),
                        conflict.recordId(),
                        conflict.field(),
                        conflict.agreed(),
                        conflict.ours(),
                        conflict.theirs()));
        assertEquals("Basel", city(id));
        assertEquals(1, journal.list(ME, "erp", 1, null).items().get(0).conflicts());
        assertEquals(
                "the same again is no news",
                Outcome.UNCHANGED,
                read(all(MergeRule.ASK), cities("Biel")).outcome());

        read(all(MergeRule.ASK), cities("Brig"));
        Conflict later = waiting().get(0);
        assertEquals(
                List.of(conflict.id(), "Brig", conflict.since()), List.of(later.id(), later.theirs(), later.since()));
        assertEquals(later, conflicts.get(ME, later.id()));
        assertEquals(
                List.of(),
                conflicts
                        .list(ME, new ConflictQuery("crm", null, null, null), 10, null)
                        .items());
        assertEquals(
                1,
                conflicts
                        .list(ME, new ConflictQuery("erp", RecordType.CUSTOMER, id, "address.city"), 10, null)
                        .items()
                        .size());
    }

    @Test
    public void decidedForTheirsItIsWrittenByThePersonAndStays() throws Exception {
        UUID id = inConflict();
        long version = customers.get(ME, id).version();
        conflicts.decide(ME, List.of(waiting().get(0).id()), Side.THEIRS);
        assertEquals("Biel", city(id));
        assertEquals(version + 1, customers.get(ME, id).version());
        assertEquals("me", customers.get(ME, id).header().changed().by());
        assertEquals(List.of(), waiting());
        assertEquals(Outcome.UNCHANGED, read(all(MergeRule.ASK), cities("Biel")).outcome());
        assertEquals(Outcome.UPDATED, read(all(MergeRule.ASK), cities("Chur")).outcome());
        assertEquals("Chur", city(id));
    }

    @Test
    public void decidedForOursItIsNotAskedAgainUntilTheyChangeIt() {
        UUID id = inConflict();
        conflicts.decide(ME, List.of(waiting().get(0).id()), Side.OURS);
        assertEquals("Basel", city(id));
        assertEquals(Outcome.UNCHANGED, read(all(MergeRule.ASK), cities("Biel")).outcome());
        assertEquals(List.of(), waiting());
        read(all(MergeRule.ASK), cities("Chur"));
        assertEquals("Chur", waiting().get(0).theirs());
        assertEquals("Basel", city(id));
    }

    @Test
    public void itSettlesItselfWhenOneSideTakesItsChangeBack() {
        UUID id = inConflict();
        read(all(MergeRule.ASK), cities("Bern"));
        assertEquals(List.of(), waiting());
        assertEquals("Basel", city(id));
    }

    @Test
    public void itSettlesItselfWhenBothBecomeTheSame() {
        UUID id = inConflict();
        edit(id, CustomerField.ADDRESS_CITY, "Biel");
        read(all(MergeRule.ASK), cities("Biel"));
        assertEquals(List.of(), waiting());
        assertEquals(Outcome.UPDATED, read(all(MergeRule.ASK), cities("Chur")).outcome());
        assertEquals("Chur", city(id));
    }

    private UUID inConflict() {
        UUID id = read(all(MergeRule.ASK), cities("Bern")).recordId();
        edit(id, CustomerField.ADDRESS_CITY, "Basel");
        read(all(MergeRule.ASK), cities("Biel"));
        return id;
    }

    @Test
    public void theNewestStaysAndWithoutATimeAPersonIsAsked() {
        UUID id = read(all(MergeRule.NEWEST), cities("Bern")).recordId();
        edit(id, CustomerField.ADDRESS_CITY, "Basel");
        Instant edited = customers.get(ME, id).header().changed().at();
        read(all(MergeRule.NEWEST), cities("Biel").withChangedAt(edited.minusSeconds(1)));
        assertEquals("Basel", city(id));
        read(all(MergeRule.NEWEST), cities("Brig").withChangedAt(edited.plusSeconds(1)));
        assertEquals("Brig", city(id));
        edit(id, CustomerField.ADDRESS_CITY, "Basel");
        read(all(MergeRule.NEWEST), cities("Chur"));
        assertEquals("Chur", waiting().get(0).theirs());
    }

    @Test
    public void theArchiveMarkIsMergedLikeAField() {
        SourceRecord active = new SourceRecord("1", named("Acme"), Map.of(), false, null);
        UUID id = read(all(MergeRule.ASK), active).recordId();
        customers.setArchived(ME, id, 1L, true);
        assertEquals(Outcome.UNCHANGED, read(all(MergeRule.ASK), active).outcome());
        assertTrue("archived by hand alone, so it stays", customers.get(ME, id).archived());
    }

    @Test
    @Shows("S5")
    public void whatWeHadBeforeTheFirstContactIsNotLostToAnEmptyField() {
        UUID id = customers
                .create(
                        ME,
                        FieldValues.builder()
                                .set(CustomerField.NAME, "Acme")
                                .set(CustomerField.TAX_ID, "CHE-123.456.789")
                                .set(CustomerField.ADDRESS_CITY, "Bern")
                                .build())
                .id();
        Map<CustomerField, String> there = new HashMap<>();
        there.put(CustomerField.NAME, "Acme AG");
        there.put(CustomerField.TAX_ID, "CHE123456789");
        there.put(CustomerField.ADDRESS_CITY, null);
        SyncRules byTaxId = all(MergeRule.THEIRS).matchedBy(List.of(MatchKey.TAX_ID));
        assertEquals(id, read(byTaxId, told(there)).recordId());
        assertEquals("Bern", city(id));
        assertEquals("Acme AG", customers.get(ME, id).name());
    }

    @Test
    public void manyAreDecidedAtOnceAndWhatCannotBeStays() {
        UUID id = inConflict();
        SourceRecord bad = told(Map.of(CustomerField.NAME, "Acme", CustomerField.ADDRESS_CITY, "x".repeat(500)));
        read(all(MergeRule.ASK), bad);
        Conflicts.Decided decided = conflicts.decideAll(ME, ConflictQuery.ALL, Side.THEIRS);
        assertEquals(0, decided.count());
        assertEquals("invalid_input", decided.refused().get(0).error());
        assertEquals("Basel", city(id));
        UUID open = waiting().get(0).id();
        assertRefused(ErrorCode.INVALID_INPUT, () -> conflicts.decide(ME, List.of(open), Side.THEIRS));
        assertEquals(1, conflicts.decideAll(ME, ConflictQuery.ALL, Side.OURS).count());
        assertRefused(ErrorCode.NOT_FOUND, () -> conflicts.decide(ME, List.of(open), Side.OURS));
        assertRefused(ErrorCode.NOT_FOUND, () -> conflicts.get(ME, open));
        assertRefused(ErrorCode.ACCESS_DENIED, () -> conflicts.decide(caller("nobody"), List.of(open), Side.OURS));
        assertNull(conflicts.list(ME, ConflictQuery.ALL, 1, null).next());
        assertThrows(RuntimeException.class, () -> conflicts.list(ME, ConflictQuery.ALL, 0, null));
    }
}
