/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.Test;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.ConflictQuery;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.MergeRule;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Side;
import org.kontor.api.sync.SyncRules;
import org.kontor.spi.sync.Outbound.Sent;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** Our changes reach an external system, and meet its own. */
@Shows({"S1", "S3", "S6", "S7"})
public class OutboundTest extends OnBothDatabases {
    private static final String ERP = "erp";
    /** Values that were written here. */
    private final Set<String> here = new HashSet<>();

    private MemoryRemote remote = new MemoryRemote();
    private SyncRules rules = new SyncRules(List.of(), MergeRule.THEIRS, Map.of(), false).withBothWays(true);

    private void read() {
        UUID run = engine.begin(ERP, RecordType.CUSTOMER, "read");
        outbound.settle(ERP, () -> run, remote, rules);
        engine.upsert(
                ERP,
                new Batch(
                        run,
                        RecordType.CUSTOMER,
                        remote.rows.keySet().stream().map(remote::told).toList(),
                        rules,
                        null));
        engine.complete(ERP, run);
    }

    private List<ItemResult> send() {
        UUID run = engine.begin(ERP, RecordType.CUSTOMER, "send");
        List<ItemResult> results = new java.util.ArrayList<>();
        Sent sent = outbound.send(ERP, () -> run, remote, rules);
        results.addAll(sent.results());
        while (sent.more()) {
            sent = outbound.send(ERP, () -> run, remote, rules);
            results.addAll(sent.results());
        }
        engine.complete(ERP, run);
        return results;
    }

    private static List<Outcome> outcomes(List<ItemResult> results) {
        return results.stream().map(ItemResult::outcome).toList();
    }

    private Customer only() {
        List<Customer> all = customers.find(ME, RecordQuery.ALL).items();
        assertEquals(1, all.size());
        return all.get(0);
    }

    private void edit(CustomerField field, String value) {
        Customer now = only();
        customers.update(ME, now.id(), now.version(), set(field, value));
    }

    private String there(CustomerField field) {
        assertEquals(1, remote.rows.size());
        return remote.rows.get("r1").values.get(field);
    }

    @Test
    public void aNewCustomerIsCreatedThereOnceAndLinked() {
        UUID id = customers.create(ME, named("Acme")).id();
        assertEquals(List.of(Outcome.SENT), outcomes(send()));
        assertEquals("Acme", there(CustomerField.NAME));
        assertEquals(
                List.of(new CrossReference(ERP, "r1")), customers.get(ME, id).crossReferences());
        assertEquals(List.of(), send());
        read();
        assertEquals("no echo", 2, customers.get(ME, id).version());
        assertEquals(1, remote.writes);
    }

    @Test
    @Shows({"S4", "P6"})
    public void whatAPartnerManagesIsNotSent() {
        UUID own = customers.create(ME, named("Partner")).id();
        Account partner = accounts.create(
                ME,
                FieldValues.builder()
                        .set(AccountField.NAME, "Partner")
                        .set(AccountField.TYPE, "PARTNER")
                        .set(AccountField.CUSTOMER, own)
                        .build());
        UUID theirs = customers
                .create(accounts.within(ME, partner.id()), named("Theirs"))
                .id();
        assertEquals(List.of(Outcome.SENT), outcomes(send()));
        assertEquals("Partner", there(CustomerField.NAME));
        customers.update(ME, theirs, 1, set(CustomerField.NAME, "Theirs still"));
        assertEquals(List.of(), send());
        assertEquals(1, remote.writes);
    }

    @Test
    public void aCreateThatMayStillRunThereIsNotSentASecondTime() {
        remote.unanswered = Duration.ofHours(1);
        UUID id = customers.create(ME, named("Acme")).id();
        remote.moment = () -> {
            throw new KontorException(ErrorCode.UNAVAILABLE, "No answer.");
        };
        assertRefused(ErrorCode.UNAVAILABLE, this::send);
        remote.moment = () -> {};
        assertEquals(List.of(), send());
        read();
        assertEquals(List.of(), send());
        assertEquals("it waits", 0, remote.rows.size());
        remote.rows.get(remote.add("Acme")).key = id;
        assertEquals("it came late", List.of(Outcome.SENT), outcomes(send()));
        assertEquals(List.of(), send());
        assertEquals("no twin", 1, remote.rows.size());
        assertEquals(
                List.of(new CrossReference(ERP, "r1")), customers.get(ME, id).crossReferences());
    }

    @Test
    public void aCreateThatNeverCameIsSentAgainAfterItsTime() {
        remote.unanswered = Duration.ofHours(1);
        customers.create(ME, named("Acme"));
        remote.moment = () -> {
            throw new KontorException(ErrorCode.UNAVAILABLE, "No answer.");
        };
        assertRefused(ErrorCode.UNAVAILABLE, this::send);
        remote.moment = () -> {};
        send();
        remote.unanswered = Duration.ZERO;
        assertEquals(List.of(Outcome.SENT), outcomes(send()));
        assertEquals("Acme", there(CustomerField.NAME));
    }

    @Test
    public void onlyWhatWeChangedIsSentAndNothingComesBack() {
        remote.add("Acme");
        read();
        assertEquals("what came from there does not go back", List.of(), send());
        edit(CustomerField.ADDRESS_CITY, "Bern");
        assertEquals(List.of(Outcome.SENT), outcomes(send()));
        assertEquals("Bern", there(CustomerField.ADDRESS_CITY));
        read();
        assertEquals(List.of(), send());
        assertEquals(1, remote.writes);
    }

    @Test
    public void anEditThereThatWasNotReadYetIsMergedAndNotOverwritten() {
        remote.add("Acme");
        read();
        edit(CustomerField.ADDRESS_CITY, "Bern");
        remote.edit("r1", CustomerField.TAX_ID, "T-1");
        send();
        assertEquals("Bern", there(CustomerField.ADDRESS_CITY));
        assertEquals("T-1", there(CustomerField.TAX_ID));
        assertEquals("T-1", only().values().text(CustomerField.TAX_ID));
    }

    @Test
    public void anEditThereBetweenReadingAndWritingIsMergedToo() {
        remote.add("Acme");
        read();
        edit(CustomerField.ADDRESS_CITY, "Bern");
        int[] calls = {0};
        remote.moment = () -> {
            if (++calls[0] == 2) {
                remote.edit("r1", CustomerField.TAX_ID, "T-2");
            }
        };
        send();
        assertEquals("Bern", there(CustomerField.ADDRESS_CITY));
        assertEquals("T-2", only().values().text(CustomerField.TAX_ID));
    }

    @Test
    public void whatTheSystemMakesOfAValueIsTakenOver() {
        remote = new MemoryRemote() {
            @Override
            String stored(String value) {
                return value == null ? null : value.toUpperCase(Locale.ROOT);
            }
        };
        remote.add("ACME");
        read();
        edit(CustomerField.ADDRESS_CITY, "Bern");
        send();
        assertEquals("BERN", only().values().text(CustomerField.ADDRESS_CITY));
        assertEquals(List.of(), send());
        assertEquals(1, remote.writes);
    }

    @Test
    public void aRefusalIsAnItemAndTheNextEditIsTried() {
        customers.create(ME, named("refused"));
        customers.create(ME, named("Good"));
        List<ItemResult> results = send();
        assertEquals(
                1, results.stream().filter(r -> r.outcome() == Outcome.SENT).count());
        assertEquals(
                1, results.stream().filter(r -> r.outcome() == Outcome.REFUSED).count());
        assertEquals("not tried at every call", List.of(), send());
        Customer bad =
                customers.find(ME, RecordQuery.ALL.withText("refused")).items().get(0);
        customers.update(ME, bad.id(), bad.version(), named("Better"));
        assertEquals(List.of(Outcome.SENT), outcomes(send()));
        assertEquals(2, remote.rows.size());
    }

    @Test
    public void archivedHereIsArchivedThere() {
        remote.add("Acme");
        read();
        customers.setArchived(ME, only().id(), only().version(), true);
        send();
        assertTrue(remote.rows.get("r1").archived);
        read();
        assertEquals(List.of(), send());
    }

    @Test
    public void ofAConflictNobodyIsToldUntilItIsDecided() {
        rules = new SyncRules(List.of(), MergeRule.ASK, Map.of(), false).withBothWays(true);
        remote.add("Acme");
        read();
        edit(CustomerField.ADDRESS_CITY, "Bern");
        remote.edit("r1", CustomerField.ADDRESS_CITY, "Biel");
        send();
        assertEquals("Biel", there(CustomerField.ADDRESS_CITY));
        edit(CustomerField.TAX_ID, "T-3");
        send();
        assertEquals("T-3", there(CustomerField.TAX_ID));
        assertEquals("Biel", there(CustomerField.ADDRESS_CITY));
        conflicts.decideAll(ME, ConflictQuery.ALL, Side.OURS);
        send();
        assertEquals("Bern", there(CustomerField.ADDRESS_CITY));
        read();
        assertEquals(List.of(), send());
    }

    @Test
    public void ourRuleSendsOursBack() {
        rules = new SyncRules(List.of(), MergeRule.OURS, Map.of(), false).withBothWays(true);
        remote.add("Acme");
        read();
        edit(CustomerField.ADDRESS_CITY, "Bern");
        send();
        edit(CustomerField.ADDRESS_CITY, "Basel");
        remote.edit("r1", CustomerField.ADDRESS_CITY, "Biel");
        read();
        send();
        assertEquals("Basel", there(CustomerField.ADDRESS_CITY));
    }

    /** Our own change must not look like theirs when its answer is lost. */
    @Test
    public void anEditAfterALostAnswerIsNoConflict() {
        remote.add("Acme");
        read();
        edit(CustomerField.ADDRESS_CITY, "Bern");
        remote.moment = () -> {
            if (remote.writes == 1) {
                throw new Killed();
            }
        };
        assertThrows(Killed.class, this::send);
        remote.moment = () -> {};
        assertEquals("Bern", there(CustomerField.ADDRESS_CITY));
        edit(CustomerField.ADDRESS_CITY, "Basel");
        remote.edit("r1", CustomerField.TAX_ID, "T-1");
        read();
        send();
        assertEquals("Basel", there(CustomerField.ADDRESS_CITY));
        assertEquals("Basel", only().address().city());
        assertEquals("T-1", only().taxId());
        assertEquals(List.of(), send());
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Edits on both sides, readings and sendings, and a kill at any point, a hundred times. */
    @Test
    public void whateverHappensBothSidesAreEqualInTheEndAndNoEditOfOneSideAloneIsLost() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, Map<CustomerField, String>> wanted = new HashMap<>();
        for (int i = 0; i < 3; i++) {
            remote.add("There " + i);
            customers.create(ME, named("Here " + i));
        }
        int value = 0;
        for (int round = 0; round < 100; round++) {
            String when = "seed " + seed + ", round " + round;
            // one side alone edits a field in a round, so that it is clear what must be there at its end
            for (int edits = random.nextInt(3); edits > 0; edits--) {
                edit(random, "v" + value++, wanted);
            }
            boolean kill = random.nextInt(2) == 0;
            int[] left = {random.nextInt(12)};
            remote.moment = () -> {
                if (kill && left[0]-- == 0) {
                    throw new Killed();
                }
            };
            try {
                if (random.nextBoolean()) {
                    read();
                }
                send();
            } catch (Killed e) {
                // goes on with the next process
            }
            remote.moment = () -> {};
            if (random.nextBoolean()) {
                value = editAgain(value, wanted);
            }
            read();
            send();
            assertEqual(when, wanted);
            wanted.clear();
        }
        int writes = remote.writes;
        read();
        assertEquals(List.of(), send());
        assertEquals("nothing changed, nothing written", writes, remote.writes);
    }

    private void edit(Random random, String value, Map<String, Map<CustomerField, String>> wanted) {
        List<Customer> all = customers.find(ME, RecordQuery.ALL).items();
        Customer one = all.get(random.nextInt(all.size()));
        CustomerField field = MemoryRemote.FIELDS.get(random.nextInt(MemoryRemote.FIELDS.size()));
        Map<CustomerField, String> fields = wanted.computeIfAbsent(one.id().toString(), id -> new HashMap<>());
        if (fields.containsKey(field)) {
            return;
        }
        if (random.nextBoolean() && !one.crossReferences().isEmpty()) {
            remote.edit(one.crossReferences().get(0).externalId(), field, value);
        } else {
            customers.update(ME, one.id(), customers.get(ME, one.id()).version(), set(field, value));
            here.add(value);
        }
        fields.put(field, value);
    }

    /** What was edited here alone is edited here once more, before anything else is known of it. */
    private int editAgain(int from, Map<String, Map<CustomerField, String>> wanted) {
        int value = from;
        for (Map.Entry<String, Map<CustomerField, String>> one : wanted.entrySet()) {
            UUID id = UUID.fromString(one.getKey());
            for (Map.Entry<CustomerField, String> field : one.getValue().entrySet()) {
                Customer now = customers.get(ME, id);
                if (here.contains(field.getValue())) {
                    String fresh = "v" + value++;
                    customers.update(ME, id, now.version(), set(field.getKey(), fresh));
                    here.add(fresh);
                    field.setValue(fresh);
                }
            }
        }
        return value;
    }

    private void assertEqual(String when, Map<String, Map<CustomerField, String>> wanted) {
        List<Customer> all = customers.find(ME, RecordQuery.ALL).items();
        assertEquals(when + ": no twins", 6, all.size());
        assertEquals(when + ": no twins there", 6, remote.rows.size());
        for (Customer one : all) {
            assertEquals(when, 1, one.crossReferences().size());
            MemoryRemote.Row row = remote.rows.get(one.crossReferences().get(0).externalId());
            for (CustomerField field : MemoryRemote.FIELDS) {
                String ours = one.values().text(field);
                assertEquals(when + ", " + field, ours, row.values.get(field));
                String expected =
                        wanted.getOrDefault(one.id().toString(), Map.of()).get(field);
                assertTrue(
                        when + ", " + field + " of one side alone: " + expected + ", not " + ours,
                        expected == null || Objects.equals(expected, ours));
            }
        }
    }
}
