/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.junit.Test;

import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.Brake;
import org.kontor.api.sync.Braked;
import org.kontor.api.sync.DeleteRule;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.MergeRule;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.SyncRules;
import org.kontor.sync.BrakeAlerts;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** What is deleted on either side, and the brake on archiving many. */
@Shows("S8")
public class DeletionsTest extends OnBothDatabases {
    private static final String ERP = "erp";
    private static final Brake BRAKE = new Brake(2, 0.1);

    private static final Supplier<UUID> NO_RUN = () -> {
        throw new AssertionError("There is nothing to tell a run of.");
    };

    private final MemoryRemote remote = new MemoryRemote();
    private SyncRules rules = new SyncRules(List.of(), MergeRule.THEIRS, Map.of(), false)
            .withBothWays(true)
            .withBrake(BRAKE);

    private UUID begin() {
        return engine.begin(ERP, RecordType.CUSTOMER, "test");
    }

    private List<ItemResult> read() {
        UUID run = begin();
        List<ItemResult> results = engine.upsert(
                ERP,
                new Batch(
                        run,
                        RecordType.CUSTOMER,
                        remote.rows.keySet().stream().map(remote::told).toList(),
                        rules,
                        null));
        engine.complete(ERP, run);
        return results;
    }

    private List<ItemResult> send() {
        UUID run = begin();
        List<ItemResult> results =
                new ArrayList<>(outbound.send(ERP, () -> run, remote, rules).results());
        engine.complete(ERP, run);
        return results;
    }

    private int sweep(DeleteRule rule) {
        UUID run = begin();
        int gone = keySweep.sweep(ERP, () -> run, remote, rule, BRAKE, () -> false);
        engine.complete(ERP, run);
        return gone;
    }

    private List<Customer> all() {
        return customers
                .find(ME, RecordQuery.ALL.withArchived(RecordQuery.Archived.ANY))
                .items();
    }

    private Customer only() {
        assertEquals(1, all().size());
        return all().get(0);
    }

    @Test
    public void whatIsDeletedThereIsArchivedHereAndComesBackAsItself() {
        String id = remote.add("Acme");
        read();
        MemoryRemote.Row row = remote.rows.remove(id);
        assertEquals(1, sweep(DeleteRule.ARCHIVE));
        assertTrue(only().archived());
        assertEquals("asked for once", 0, sweep(DeleteRule.ARCHIVE));
        assertEquals(List.of(), send());
        remote.rows.put(id, row); // from a backup
        read();
        assertFalse(only().archived());
        customers.update(ME, only().id(), only().version(), set(CustomerField.ADDRESS_CITY, "Bern"));
        send();
        assertEquals("Bern", row.values.get(CustomerField.ADDRESS_CITY));
    }

    @Test
    public void whatIsDeletedThereIsDeletedHereByRule() {
        String id = remote.add("Acme");
        read();
        remote.rows.remove(id);
        sweep(DeleteRule.DELETE);
        assertEquals(List.of(), all());
    }

    @Test
    public void deletedThereAndStillUsedHereIsArchived() {
        String id = remote.add("Acme");
        read();
        site(only(), "Site", null);
        remote.rows.remove(id);
        sweep(DeleteRule.DELETE);
        assertTrue(only().archived());
    }

    @Test
    public void broughtBackHereIsCreatedAnewThere() {
        String id = remote.add("Acme");
        read();
        send();
        remote.rows.remove(id);
        sweep(DeleteRule.ARCHIVE);
        customers.setArchived(ME, only().id(), only().version(), false);
        send();
        assertEquals(1, remote.rows.size());
        assertEquals(
                remote.rows.keySet().iterator().next(),
                only().crossReferences().get(0).externalId());
        assertEquals(1, only().crossReferences().size());
    }

    @Test
    public void whatIsDeletedHereIsDeletedThere() {
        customers.create(ME, named("Acme"));
        send();
        customers.delete(ME, only().id(), only().version());
        assertEquals("read before it was sent", Outcome.UNCHANGED, read().get(0).outcome());
        assertEquals(List.of(), all());
        List<ItemResult> sent = send();
        assertEquals(
                List.of(Outcome.SENT), sent.stream().map(ItemResult::outcome).toList());
        assertTrue(remote.rows.isEmpty());
        read();
        assertEquals(List.of(), send());
        assertEquals(List.of(), all());
    }

    @Test
    public void aKillBetweenBothDoesNoHarm() {
        customers.create(ME, named("Acme"));
        send();
        customers.delete(ME, only().id(), only().version());
        int[] calls = {0};
        remote.moment = () -> {
            if (++calls[0] == 2) {
                throw new IllegalStateException("killed");
            }
        };
        try {
            send();
        } catch (IllegalStateException killed) {
            // goes on with the next process
        }
        remote.moment = () -> {};
        assertEquals(1, send().size());
        assertTrue(remote.rows.isEmpty());
        assertEquals(List.of(), send());
    }

    @Test
    public void whatTheSystemKeepsIsArchivedThereAndComesBackWhenItIsBroughtBack() {
        customers.create(ME, named("Acme"));
        send();
        remote.undeletable.add("r1");
        customers.delete(ME, only().id(), only().version());
        ItemResult sent = send().get(0);
        assertTrue(sent.message(), sent.message().contains("An invoice hangs on it."));
        assertTrue(remote.rows.get("r1").archived);
        read();
        assertEquals("stays away", List.of(), all());
        remote.rows.get("r1").archived = false;
        read();
        assertEquals("Acme", only().name());
    }

    @Test
    public void ofAConnectionThatOnlyReadsNothingIsDeletedHere() {
        remote.add("Acme");
        rules = SyncRules.PLAIN;
        read();
        assertRefused(ErrorCode.IN_USE, () -> customers.delete(ME, only().id(), only().version()));
        remote.rows.clear();
        sweep(DeleteRule.ARCHIVE);
        customers.delete(ME, only().id(), only().version());
        assertEquals("nothing is left of it there", List.of(), all());
    }

    @Test
    public void aSweepThatMissesManyWaitsForAPerson() {
        for (int i = 0; i < 10; i++) {
            remote.add("Acme " + i);
        }
        read();
        remote.rows.keySet().removeAll(List.of("r1", "r2", "r3"));
        assertRefused(ErrorCode.BRAKED, () -> sweep(DeleteRule.ARCHIVE));
        assertTrue(all().stream().noneMatch(Customer::archived));
        Braked braked = brakes.list(ME).get(0);
        assertEquals(3, braked.archives());
        assertEquals(10, braked.known());
        assertEquals("told once", 0, keySweep.sweep(ERP, NO_RUN, remote, DeleteRule.ARCHIVE, BRAKE, () -> false));
        assertTrue(
                keySweep.held(ERP).orElseThrow(),
                keySweep.held(ERP).orElseThrow().contains("would archive at least 3 of 10 records of type customer"));
        read();
        assertEquals("a reading says nothing of it", 1, brakes.list(ME).size());
        remote.rows.remove("r4");
        assertRefused(ErrorCode.BRAKED, () -> sweep(DeleteRule.ARCHIVE));
        assertEquals(4, brakes.list(ME).get(0).archives());
        BrakeAlerts alerts = new BrakeAlerts(unitOfWork);
        assertEquals("erp customer", alerts.conditions().iterator().next().subject());
        assertEquals("me", brakes.release(ME, ERP).get(0).releasedBy());
        assertEquals("somebody has seen it", List.of(), List.copyOf(alerts.conditions()));
        assertTrue(keySweep.held(ERP).isEmpty());
        assertEquals(4, sweep(DeleteRule.ARCHIVE));
        assertEquals(4, all().stream().filter(Customer::archived).count());
        assertEquals("for one run", List.of(), brakes.list(ME));
        assertRefused(ErrorCode.NOT_FOUND, () -> brakes.release(ME, ERP));
    }

    @Test
    public void aReadingThatArchivesManyWaitsForAPerson() {
        for (int i = 0; i < 10; i++) {
            remote.add("Acme " + i);
        }
        read();
        remote.rows.values().stream().limit(3).forEach(row -> row.archived = true);
        assertRefused(ErrorCode.BRAKED, this::read);
        assertTrue("nothing of the batch", all().stream().noneMatch(Customer::archived));
        brakes.release(ME, ERP);
        read();
        assertEquals(3, all().stream().filter(Customer::archived).count());
    }

    @Test
    public void whenWhatWasMissingIsBackNobodyIsAsked() {
        for (int i = 0; i < 10; i++) {
            remote.add("Acme " + i);
        }
        read();
        Map<String, MemoryRemote.Row> rows = Map.copyOf(remote.rows);
        remote.rows.clear();
        assertRefused(ErrorCode.BRAKED, () -> sweep(DeleteRule.ARCHIVE));
        remote.rows.putAll(rows);
        sweep(DeleteRule.ARCHIVE);
        assertEquals(List.of(), brakes.list(ME));
    }

    private void readPage(Collection<String> ids) {
        UUID run = begin();
        engine.upsert(
                ERP,
                new Batch(
                        run, RecordType.CUSTOMER, ids.stream().map(remote::told).toList(), rules, null));
        engine.complete(ERP, run);
    }

    /** A reading that was stopped goes on behind the page that it committed. */
    @Test
    public void theRestDoesNotGoThroughInOneRunAfterAnother() {
        for (int i = 0; i < 10; i++) {
            remote.add("Acme " + i);
        }
        read();
        remote.rows.values().stream().limit(6).forEach(row -> row.archived = true);
        assertRefused(ErrorCode.BRAKED, () -> readPage(List.of("r1", "r10", "r2")));
        assertRefused(ErrorCode.BRAKED, () -> readPage(List.of("r3")));
        assertTrue(all().stream().noneMatch(Customer::archived));
        brakes.release(ME, ERP);
        read();
        assertEquals(6, all().stream().filter(Customer::archived).count());
    }

    /** Between the pages of what was stopped, or before it is read again. */
    @Test
    public void recordsThatAPersonNamesDoNotTakeTheBrakeOff() {
        for (int i = 0; i < 10; i++) {
            remote.add("Acme " + i);
        }
        read();
        remote.rows.values().stream().limit(6).forEach(row -> row.archived = true);
        assertRefused(ErrorCode.BRAKED, this::read);
        UUID named = begin();
        engine.upsert(ERP, new Batch(named, RecordType.CUSTOMER, List.of(remote.told("r9")), rules, null));
        engine.completePart(ERP, named);
        assertEquals(1, brakes.list(ME).size());
        assertRefused(ErrorCode.BRAKED, () -> readPage(List.of("r1")));
        assertTrue(all().stream().noneMatch(Customer::archived));
        remote.rows.values().forEach(row -> row.archived = false);
        read();
        assertEquals("mended there", List.of(), brakes.list(ME));
    }

    @Test
    public void onceItOnlyReadsADeletionHereIsNotNotedForIt() {
        remote.add("Acme");
        read();
        send();
        customers.update(ME, only().id(), only().version(), set(CustomerField.ADDRESS_CITY, "Bern"));
        outbound.forget(ERP, RecordType.CUSTOMER);
        assertRefused(ErrorCode.IN_USE, () -> customers.delete(ME, only().id(), only().version()));
        send();
        assertEquals(
                "both ways again, it sends all that differs",
                "Bern",
                remote.rows.get("r1").values.get(CustomerField.ADDRESS_CITY));
        customers.delete(ME, only().id(), only().version());
        send();
        assertTrue(remote.rows.isEmpty());
    }

    @Test
    public void whatIsBroughtBackIsNotCountedAsArchived() {
        for (int i = 0; i < 10; i++) {
            remote.add("Acme " + i);
            remote.rows.get("r" + (i + 1)).archived = i < 5;
        }
        rules = rules.withBrake(Brake.NONE);
        read();
        rules = rules.withBrake(BRAKE);
        remote.rows.values().forEach(row -> row.archived = false);
        remote.rows.get("r9").archived = true;
        read();
        assertEquals(1, all().stream().filter(Customer::archived).count());
    }

    @Test
    public void aRecordWhoseCreationWasNotAnsweredIsNotDeletedYet() {
        customers.create(ME, named("Acme"));
        int[] calls = {0};
        remote.moment = () -> {
            if (++calls[0] == 2) {
                throw new IllegalStateException("killed");
            }
        };
        assertThrows(IllegalStateException.class, this::send);
        remote.moment = () -> {};
        assertRefused(ErrorCode.IN_USE, () -> customers.delete(ME, only().id(), only().version()));
        send();
        customers.delete(ME, only().id(), only().version());
        send();
        assertTrue(remote.rows.isEmpty());
    }

    @Test
    public void deletedHereWhileItIsBeingCreatedThereItIsDeletedThere() {
        Customer made = customers.create(ME, named("Acme"));
        int[] calls = {0};
        remote.moment = () -> {
            if (++calls[0] == 2) {
                // past the check: at the very moment between both
                unitOfWork.write(ME, transaction -> {
                    transaction.sync().dropLinks(RecordType.CUSTOMER, made.id());
                    transaction.delete(customers.get(ME, made.id()));
                    return null;
                });
            }
        };
        send();
        remote.moment = () -> {};
        send();
        assertTrue(remote.rows.isEmpty());
        read();
        assertEquals(List.of(), all());
        assertEquals(List.of(), send());
    }
}
