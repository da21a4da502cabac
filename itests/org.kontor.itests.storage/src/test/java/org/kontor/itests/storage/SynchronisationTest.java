/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.Test;

import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.Progress;
import org.kontor.api.sync.Run;
import org.kontor.api.sync.RunItem;
import org.kontor.api.sync.RunState;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

@Shows({"S3", "S7", "S10"})
public class SynchronisationTest extends OnBothDatabases {
    private static final String ERP = "erp";

    private static SourceRecord customer(String id, String name) {
        return new SourceRecord(id, named(name), Map.of(), false, null);
    }

    private static SourceRecord location(String id, String customer, String parent) {
        return new SourceRecord(
                id,
                set(LocationField.NAME, "Site " + id),
                parent == null
                        ? Map.of(LocationField.CUSTOMER, customer)
                        : Map.of(LocationField.CUSTOMER, customer, LocationField.PARENT, parent),
                null,
                null);
    }

    private List<ItemResult> take(RecordType type, SourceRecord... records) {
        UUID run = engine.begin(ERP, type, "test");
        List<ItemResult> results = engine.upsert(ERP, new Batch(run, type, List.of(records), SyncRules.PLAIN, null));
        engine.complete(ERP, run);
        return results;
    }

    private static List<Outcome> outcomes(List<ItemResult> results) {
        return results.stream().map(ItemResult::outcome).toList();
    }

    @Test
    public void whatIsNewIsWrittenAndTheSameAgainIsNot() throws Exception {
        assertEquals(
                List.of(Outcome.CREATED, Outcome.CREATED),
                outcomes(take(RecordType.CUSTOMER, customer("1", "One"), customer("2", "Two"))));
        Customer one =
                customers.find(ME, RecordQuery.ALL.withText("one")).items().get(0);
        assertEquals(List.of(new CrossReference(ERP, "1")), one.crossReferences());
        assertEquals("CONNECTION:erp", one.header().created().through());
        long audits = database.count("SELECT count(*) FROM audit_entry");
        assertEquals(
                List.of(Outcome.UNCHANGED, Outcome.UPDATED),
                outcomes(take(RecordType.CUSTOMER, customer("1", "One"), customer("2", "Zwei"))));
        assertEquals(audits + 1, database.count("SELECT count(*) FROM audit_entry"));
        assertEquals(1, customers.get(ME, one.id()).version());
        Run run = journal.list(ME, ERP, 1, null).items().get(0);
        assertEquals(
                List.of(2L, 0L, 1L, 1L, 0L),
                List.of(run.read(), run.created(), run.updated(), run.unchanged(), run.refused()));
        assertEquals(RunState.COMPLETED, run.state());
    }

    @Test
    public void ourEditStaysWhereTheSourceDidNotChangeItsField() {
        SourceRecord before =
                new SourceRecord("1", named("One").with(set(CustomerField.PHONE, "0441234567")), Map.of(), null, null);
        UUID id = take(RecordType.CUSTOMER, before).get(0).recordId();
        customers.update(ME, id, 1, set(CustomerField.PHONE, "0311234567"));
        SourceRecord renamed =
                new SourceRecord("1", named("Uno").with(set(CustomerField.PHONE, "0441234567")), Map.of(), null, null);
        take(RecordType.CUSTOMER, renamed);
        Customer now = customers.get(ME, id);
        assertEquals("Uno", now.name());
        assertEquals("0311234567", now.phone());
    }

    @Test
    public void aBadRecordIsAnItemAndStopsNothing() {
        List<ItemResult> results = take(
                RecordType.CUSTOMER,
                customer("1", "One"),
                customer("2", ""),
                new SourceRecord("3", named("Three").with(set(CustomerField.EMAIL, "x")), Map.of(), null, null),
                SourceRecord.refused("4", new KontorException(ErrorCode.MALFORMED_BODY, "Line 7 is cut off.")),
                customer("\0", "Bad id"),
                customer("6", "Six"));
        assertEquals(
                List.of(
                        Outcome.CREATED,
                        Outcome.REFUSED,
                        Outcome.REFUSED,
                        Outcome.REFUSED,
                        Outcome.REFUSED,
                        Outcome.CREATED),
                outcomes(results));
        assertEquals("required", results.get(1).violations().get(0).rule());
        assertEquals("malformed_body", results.get(3).error());
        Run run = journal.list(ME, ERP, 1, null).items().get(0);
        List<RunItem> refused =
                journal.items(ME, run.id(), Outcome.REFUSED, 10, null).items();
        assertEquals(4, refused.size());
        assertEquals(results.get(2).violations(), refused.get(1).result().violations());
        assertEquals(
                Outcome.CREATED,
                take(RecordType.CUSTOMER, customer("2", "Two")).get(0).outcome());
    }

    /** A rule that only the database knows: the batch is narrowed down to the record that breaks it. */
    @Test
    public void whatTheDatabaseRefusesIsNarrowedDownToOneRecord() throws Exception {
        database.run("ALTER TABLE customer ADD CONSTRAINT no_seven CHECK (name <> 'Seven')");
        List<SourceRecord> records = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> records.add(customer("n" + i, i == 7 ? "Seven" : "N" + i)));
        UUID run = engine.begin(ERP, RecordType.CUSTOMER, "test");
        List<ItemResult> results = engine.upsert(
                ERP, new Batch(run, RecordType.CUSTOMER, records, SyncRules.PLAIN, new Progress("done", List.of())));
        assertEquals("database_refused", results.get(7).error());
        assertEquals(
                19, outcomes(results).stream().filter(o -> o == Outcome.CREATED).count());
        assertEquals(Optional.of("done"), engine.cursor(ERP));
        assertEquals(20, journal.get(ME, run).read());
    }

    @Test
    public void locationsFindTheirCustomerAndParentInTheSameBatchToo() {
        take(RecordType.CUSTOMER, customer("1", "One"));
        List<ItemResult> results = take(
                RecordType.LOCATION,
                location("a", "1", null),
                location("b", "1", "a"),
                location("c", "1", "b"),
                location("d", "unknown", null),
                location("a", "1", null));
        assertEquals(
                List.of(Outcome.CREATED, Outcome.CREATED, Outcome.CREATED, Outcome.REFUSED, Outcome.UNCHANGED),
                outcomes(results));
        assertEquals("unknown_reference", results.get(3).violations().get(0).rule());
        Location c = locations.get(ME, results.get(2).recordId());
        assertEquals(results.get(1).recordId(), c.parentId());
    }

    @Test
    @Shows({"C5", "S8"})
    public void archiveAndUnArchiveAreCarriedOverAndChildrenArriveArchived() {
        UUID id = take(RecordType.CUSTOMER, customer("1", "One")).get(0).recordId();
        SourceRecord archived = new SourceRecord("1", named("One"), Map.of(), true, null);
        assertEquals(List.of(Outcome.ARCHIVED), outcomes(take(RecordType.CUSTOMER, archived)));
        UUID site = take(RecordType.LOCATION, location("a", "1", null)).get(0).recordId();
        assertTrue(locations.get(ME, site).archived());
        assertEquals(List.of(Outcome.UNARCHIVED), outcomes(take(RecordType.CUSTOMER, customer("1", "One"))));
        assertEquals(3, customers.get(ME, id).version());
    }

    @Test
    public void aRecordMadeByHandIsMatchedByItsCodeWhereAsked() {
        UUID byHand = customers
                .create(ME, named("By hand").with(set(CustomerField.CODE, "K-1")))
                .id();
        FieldValues told = named("From file").with(set(CustomerField.CODE, "K-1"));
        SourceRecord record = new SourceRecord("K-1", told, Map.of(), null, null);
        assertEquals("code_taken", take(RecordType.CUSTOMER, record).get(0).error());
        UUID run = engine.begin(ERP, RecordType.CUSTOMER, "test");
        ItemResult matched = engine.upsert(
                        ERP, new Batch(run, RecordType.CUSTOMER, List.of(record), SyncRules.BY_CODE, null))
                .get(0);
        assertEquals(Outcome.UPDATED, matched.outcome());
        assertEquals(byHand, matched.recordId());
    }

    @Test
    public void progressAndRememberedRowsAreKept() {
        Progress.Seen old = new Progress.Seen("party,1", "2026-01-01T00:00:00Z");
        Progress.Seen fresh = new Progress.Seen("party,2", "2026-01-02T00:00:00Z");
        assertEquals(Optional.empty(), engine.cursor(ERP));
        engine.advance(ERP, new Progress("c1", List.of(old, fresh)));
        engine.advance(ERP, new Progress(null, List.of()));
        assertEquals(Optional.of("c1"), engine.cursor(ERP));
        Progress.Seen changed = new Progress.Seen("party,2", "2026-01-03T00:00:00Z");
        assertEquals(Set.of(old), engine.seen(ERP, List.of(old, changed)));
        engine.forgetSeen(ERP, "2026-01-02T00:00:00Z");
        assertEquals(Set.of(fresh), engine.seen(ERP, List.of(old, fresh)));
        assertEquals(Set.of(), engine.seen("other", List.of(old, fresh)));
    }

    @Test
    public void aRunThatWasCutOffIsToldSo() {
        UUID first = engine.begin(ERP, null, "full");
        UUID second = engine.begin(ERP, null, "full");
        assertEquals(RunState.INTERRUPTED, journal.get(ME, first).state());
        engine.fail(ERP, second, "The system does not answer.");
        assertEquals("The system does not answer.", journal.get(ME, second).message());
        assertNull(journal.list(ME, "nobody", 10, null).next());
    }

    @Test
    public void aThousandRecordsAreTakenInAtOnce() {
        List<SourceRecord> thousand = IntStream.range(0, 1000)
                .mapToObj(i -> customer("n" + i, "Customer " + i))
                .toList();
        UUID run = engine.begin(ERP, RecordType.CUSTOMER, "test");
        List<ItemResult> results =
                engine.upsert(ERP, new Batch(run, RecordType.CUSTOMER, thousand, SyncRules.PLAIN, null));
        assertEquals(
                1000,
                outcomes(results).stream().filter(o -> o == Outcome.CREATED).count());
    }
}
