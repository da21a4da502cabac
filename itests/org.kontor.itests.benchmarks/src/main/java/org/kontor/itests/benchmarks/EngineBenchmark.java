/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

import javax.persistence.EntityManagerFactory;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Batch;
import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.SourceRecord;
import org.kontor.api.sync.SyncRules;
import org.kontor.core.record.RuledRecordWriter;
import org.kontor.itests.journeys.TrytonSystem;
import org.kontor.itests.storage.PlainJpa;
import org.kontor.persistence.migration.Migration;
import org.kontor.persistence.store.JpaUnitOfWork;
import org.kontor.sync.SynchronisationEngine;

/**
 * The engine of synchronisation alone, without Karaf and Camel: a source in memory of customers with a location each is taken
 * in, and once more unchanged; the baseline writes the same rows by plain JDBC in batches. Run by {@code itests/benchmark-engine}.
 */
public final class EngineBenchmark {
    /** Kept, so that its level is: the table is to be read. */
    private static final Logger MIGRATIONS = Logger.getLogger("liquibase");

    private static final String CONNECTION = "memory";
    private static final int PARTIES = 3_000;
    private static final String WARM_UP = "warm_up";
    private static final int WARMING = 20_000;

    private final int customers;
    private final Database database;
    private final Report report = new Report("Kontor", "plain JDBC");

    private EngineBenchmark(int customers, Database database) {
        this.customers = customers;
        this.database = database;
    }

    /** @param arguments how many customers; 100,000 by default */
    public static void main(String[] arguments) throws Exception {
        MIGRATIONS.setLevel(Level.WARNING);
        int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        try (Database database = new Database(Path.of(System.getProperty("kontor.work"), "postgres"))) {
            new EngineBenchmark(customers, database).run();
        }
    }

    private void run() throws Exception {
        System.out.println(database.settings());
        try (HikariDataSource empty = dataSource(Database.KONTOR)) {
            new Migration().prepare(empty);
        }
        database.copyForRaw();
        warmUp();
        Bulk.Took first;
        Bulk.Took again;
        double waited;
        try (HikariDataSource dataSource = dataSource(Database.KONTOR)) {
            TimedDataSource timed = new TimedDataSource(dataSource);
            EntityManagerFactory factory = PlainJpa.on(timed);
            SynchronisationEngine engine = engine(factory);
            double before = timed.seconds();
            first = take(engine, customers, Outcome.CREATED);
            waited = timed.seconds() - before;
            again = take(engine, customers, Outcome.UNCHANGED);
            factory.close();
        }
        Bulk.Took raw = raw();
        report.bulk("engine: " + customers + " new customers and locations", 2 * customers, first, raw, ">= 0.4");
        report.figure("the same, unchanged", Report.text("%.0f/s", 2 * customers / again.seconds()), "");
        report.figure("unchanged : new", Report.text("%.1f", first.seconds() / again.seconds()), ">= 10");
        besideTryton(first, waited, again, raw);
        report.print(System.out);
    }

    /** In another database, so that what the JVM compiles in its first seconds does not count as the engine's work. */
    private void warmUp() throws Exception {
        database.copy(WARM_UP);
        try (HikariDataSource dataSource = dataSource(WARM_UP)) {
            EntityManagerFactory factory = PlainJpa.on(new TimedDataSource(dataSource));
            take(engine(factory), WARMING, Outcome.CREATED);
            factory.close();
        }
    }

    private static SynchronisationEngine engine(EntityManagerFactory factory) {
        return new SynchronisationEngine(new JpaUnitOfWork(factory), new RuledRecordWriter());
    }

    /** Times of a customer with its location, beside that of reading a party with its address from a real Tryton. */
    private void besideTryton(Bulk.Took first, double waited, Bulk.Took again, Bulk.Took raw) throws Exception {
        Optional<TrytonSystem> tryton = Synchronisations.tryton();
        if (tryton.isEmpty()) {
            report.figure("fetching from Tryton", Synchronisations.NOT_THERE, "");
            return;
        }
        int parties = Math.min(PARTIES, customers);
        Bulk.Took reading = Synchronisations.reading(Synchronisations.seeded(tryton.get(), parties), parties);
        double fetch = reading.seconds() / parties;
        report.figure("fetching a party from Tryton", Report.text("%.2f ms", fetch * 1e3), "");
        report.figure(
                "engine : fetching, unchanged", Report.text("%.3f", again.seconds() / customers / fetch), "<= 0.1");
        report.figure(
                "engine without the database : fetching, new",
                Report.text("%.3f", (first.seconds() - waited) / customers / fetch),
                "<= 0.1");
        report.figure("engine : fetching, new", Report.text("%.3f", first.seconds() / customers / fetch), "");
        report.figure(
                "plain JDBC's writing : fetching, new", Report.text("%.3f", raw.seconds() / customers / fetch), "");
    }

    private HikariDataSource dataSource(String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url(name) + "&reWriteBatchedInserts=true");
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    /** Only the engine's own time counts, not that of making the records up. */
    private Bulk.Took take(SynchronisationEngine engine, int customers, Outcome expected) throws Exception {
        long nanos = 0;
        double databaseBefore = database.cpu();
        double serverBefore = Proc.cpu(ProcessHandle.current().pid());
        UUID run = engine.begin(CONNECTION, null, expected.name());
        for (int from = 1; from <= customers; from += Batch.MAX_SIZE) {
            int to = Math.min(customers, from + Batch.MAX_SIZE - 1);
            List<SourceRecord> parties = new ArrayList<>();
            List<SourceRecord> addresses = new ArrayList<>();
            for (int number = from; number <= to; number++) {
                Map<CustomerField, Object> values = MadeUpCustomers.number(number);
                parties.add(new SourceRecord("P-" + number, FieldValues.of(values), Map.of(), false, null));
                addresses.add(new SourceRecord(
                        "A-" + number,
                        FieldValues.builder()
                                .set(LocationField.NAME, "Site " + number)
                                .set(LocationField.ADDRESS_CITY, values.get(CustomerField.ADDRESS_CITY))
                                .build(),
                        Map.of(LocationField.CUSTOMER, "P-" + number),
                        false,
                        null));
            }
            long start = System.nanoTime();
            check(engine.upsert(CONNECTION, batch(run, RecordType.CUSTOMER, parties)), expected);
            check(engine.upsert(CONNECTION, batch(run, RecordType.LOCATION, addresses)), expected);
            nanos += System.nanoTime() - start;
            if (to % 10_000 == 0 || to == customers) {
                System.err.printf("%s %d: heap %d MB%n", expected, to, heap());
            }
        }
        engine.complete(CONNECTION, run);
        return new Bulk.Took(
                nanos / 1e9, Proc.cpu(ProcessHandle.current().pid()) - serverBefore, database.cpu() - databaseBefore);
    }

    private static Batch batch(UUID run, RecordType type, List<SourceRecord> records) {
        return new Batch(run, type, records, SyncRules.PLAIN, null);
    }

    private static void check(List<ItemResult> results, Outcome expected) {
        for (ItemResult result : results) {
            if (result.outcome() != expected) {
                throw new IllegalStateException("Not " + expected + ": " + result);
            }
        }
    }

    /** In use after a collection. */
    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
    }

    private Bulk.Took raw() throws Exception {
        return Bulk.raw(database, "");
    }
}
