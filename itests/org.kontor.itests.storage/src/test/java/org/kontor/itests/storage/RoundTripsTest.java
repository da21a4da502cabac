/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import javax.persistence.EntityManagerFactory;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import org.kontor.api.bulk.BulkAction;
import org.kontor.api.bulk.BulkResult;
import org.kontor.api.bulk.BulkRow;
import org.kontor.api.call.RequestKey;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordKey;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.core.bulk.BulkService;
import org.kontor.core.record.Cursors;
import org.kontor.core.record.CustomersService;
import org.kontor.core.record.RuledRecordWriter;
import org.kontor.persistence.store.JpaServerSecrets;
import org.kontor.persistence.store.JpaUnitOfWork;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.sync.SynchronisationEngine;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/** No query per row: ten times the records cost a few more round trips, for sets that outgrow a list of keys or a batch. */
@Shows({"S3", "S7", "C2"})
public class RoundTripsTest extends OnBothDatabases {
    private final CountedStatements statements = new CountedStatements();
    private EntityManagerFactory factory;
    private SynchronisationEngine counted;
    private BulkService countedBulk;
    private CustomersService countedCustomers;

    @Before
    public void count() {
        factory = PlainJpa.on(statements.around(database.dataSource()));
        UnitOfWork work = new JpaUnitOfWork(factory);
        counted = new SynchronisationEngine(work, new RuledRecordWriter());
        countedBulk = new BulkService(work, new RuledRecordWriter());
        countedCustomers =
                new CustomersService(work, new RuledRecordWriter(), new Cursors(new JpaServerSecrets(factory)));
    }

    @After
    public void closeCounted() {
        factory.close();
    }

    private static SourceRecord customer(int i, String name) {
        return new SourceRecord(
                "c" + i, named(name + " " + i).with(set(CustomerField.CODE, "K-" + i)), Map.of(), null, null);
    }

    private static SourceRecord location(int i) {
        return new SourceRecord(
                "l" + i, set(LocationField.NAME, "Site " + i), Map.of(LocationField.CUSTOMER, "c" + i), null, null);
    }

    private long roundTrips(RecordType type, int from, int to, IntFunction<SourceRecord> record, Outcome expected) {
        List<SourceRecord> records = IntStream.range(from, to).mapToObj(record).toList();
        UUID run = counted.begin("erp", type, "test");
        statements.reset();
        List<ItemResult> results = counted.upsert("erp", new Batch(run, type, records, SyncRules.BY_CODE, null));
        assertEquals(
                records.size(),
                results.stream().filter(result -> result.outcome() == expected).count());
        return statements.count();
    }

    @Test
    public void aHundredAndAThousandRecordsCostAboutTheSame() {
        List<Long> hundred = new ArrayList<>();
        List<Long> thousand = new ArrayList<>();
        for (List<Long> costs : List.of(hundred, thousand)) {
            int from = costs == hundred ? 0 : 100;
            int to = costs == hundred ? 100 : 1100;
            costs.add(roundTrips(RecordType.CUSTOMER, from, to, i -> customer(i, "New"), Outcome.CREATED));
            costs.add(roundTrips(RecordType.LOCATION, from, to, RoundTripsTest::location, Outcome.CREATED));
            costs.add(roundTrips(RecordType.CUSTOMER, from, to, i -> customer(i, "Changed"), Outcome.UPDATED));
            costs.add(roundTrips(RecordType.CUSTOMER, from, to, i -> customer(i, "Changed"), Outcome.UNCHANGED));
        }
        System.out.println("Round trips for 100 and 1,000 records (" + kind + "): " + hundred + " " + thousand);
        for (int i = 0; i < hundred.size(); i++) {
            assertTrue(
                    "step " + i + ": " + hundred.get(i) + " and " + thousand.get(i) + "\n" + statements,
                    thousand.get(i) < 3 * hundred.get(i) && thousand.get(i) < 60);
        }
    }

    /** Customers, a location behind each and a room in it, with every kind of key. */
    private static List<BulkRow> rows(int from, int to, String name) {
        List<BulkRow> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            RecordKey customer = new RecordKey(null, new CrossReference("erp", "c" + i), "B-" + i);
            RecordKey site = RecordKey.ofCode("S-" + i);
            RecordKey room = RecordKey.ofReference(new CrossReference("erp", "r" + i));
            rows.add(new BulkRow(
                    RecordType.CUSTOMER, BulkAction.UPSERT, customer, null, named(name + i), Map.of(), null));
            rows.add(row(site, name, Map.of(LocationField.CUSTOMER, customer)));
            rows.add(row(room, name, Map.of(LocationField.CUSTOMER, customer, LocationField.PARENT, site)));
        }
        return rows;
    }

    private static BulkRow row(RecordKey key, String name, Map<Field, RecordKey> references) {
        FieldValues values = set(LocationField.NAME, name);
        return new BulkRow(RecordType.LOCATION, BulkAction.UPSERT, key, null, values, references, null);
    }

    private long roundTrips(List<BulkRow> rows, Outcome expected) {
        statements.reset();
        List<BulkResult> results =
                countedBulk.write(ME.withRequest(RequestKey.of("key", expected + "-" + rows.size(), "d")), rows);
        assertEquals(
                rows.size(),
                results.stream().filter(result -> result.outcome() == expected).count());
        return statements.count();
    }

    @Test
    @Shows("C11")
    public void aHundredAndAThousandRowsOfABulkCostAboutTheSame() {
        List<Long> hundred = new ArrayList<>();
        List<Long> thousand = new ArrayList<>();
        for (List<Long> costs : List.of(hundred, thousand)) {
            int from = costs == hundred ? 0 : 33;
            int to = costs == hundred ? 33 : 366;
            costs.add(roundTrips(rows(from, to, "New"), Outcome.CREATED));
            costs.add(roundTrips(rows(from, to, "Changed"), Outcome.UPDATED));
            costs.add(roundTrips(rows(from, to, "Changed"), Outcome.UNCHANGED));
        }
        System.out.println("Round trips for 99 and 999 rows of a bulk (" + kind + "): " + hundred + " " + thousand);
        for (int i = 0; i < hundred.size(); i++) {
            assertTrue(
                    "step " + i + ": " + hundred.get(i) + " and " + thousand.get(i) + "\n" + statements,
                    thousand.get(i) < 2 * hundred.get(i) && thousand.get(i) < 90);
        }
    }

    @Test
    public void aPageCostsTheSameHoweverLongItIs() {
        roundTrips(RecordType.CUSTOMER, 0, 200, i -> customer(i, "New"), Outcome.CREATED);
        List<Long> costs = new ArrayList<>();
        for (int limit : new int[] {1, 150}) {
            statements.reset();
            assertEquals(
                    limit,
                    countedCustomers
                            .find(ME, RecordQuery.ALL.withText("new").withLimit(limit))
                            .items()
                            .size());
            costs.add(statements.count());
        }
        assertEquals(costs.get(0), costs.get(1));
        assertTrue(costs.toString(), costs.get(0) <= 4);
    }
}
