/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.api.customer.CustomerField;

/** Many customers with a location each in one call; the baseline writes the same rows in transactions of as many. Not thread-safe. */
final class Bulk {
    /** Records that one transaction of Kontor writes at most. */
    private static final int TRANSACTION = 500;
    /** Records whose rows are held in memory. */
    private static final int CHUNK = 5_000;

    private final Bench bench;

    Bulk(Bench bench) {
        this.bench = bench;
    }

    /** Seconds, and CPU seconds of server and database. */
    record Took(double seconds, double server, double database) {}

    void run(int customers, String aim) throws Exception {
        Took kontor = kontor(customers);
        Took raw = raw(bench.database, "WHERE code LIKE 'BULK-%'");
        bench.report.bulk("bulk of " + customers + " customers and locations", 2 * customers, kontor, raw, aim);
    }

    private Took kontor(int customers) throws Exception {
        double server = Proc.cpu(bench.kontor().pid());
        double database = bench.database.cpu();
        long start = System.nanoTime();
        try (RestClient rest = bench.client()) {
            JsonNode summary = rest.bulk(out -> write(out, customers));
            if (summary.path("created").asInt() != 2 * customers) {
                throw new IllegalStateException("Not all were made: " + summary);
            }
        }
        return new Took(
                (System.nanoTime() - start) / 1e9,
                Proc.cpu(bench.kontor().pid()) - server,
                bench.database.cpu() - database);
    }

    private static void write(OutputStream out, int customers) throws IOException {
        for (int number = 1; number <= customers; number++) {
            Map<CustomerField, Object> values = new EnumMap<>(MadeUpCustomers.number(-number));
            String code = String.format("BULK-%06d", number);
            values.put(CustomerField.CODE, code);
            line(out, RestClient.body(values));
            ObjectNode location = RestClient.JSON.createObjectNode();
            location.put("record", "location").put("code", code).put("name", "Site " + number);
            location.putObject("customer").put("code", code);
            location.putObject("address").put("city", (String) values.get(CustomerField.ADDRESS_CITY));
            line(out, location);
        }
    }

    private static void line(OutputStream out, ObjectNode line) throws IOException {
        out.write(RestClient.JSON.writeValueAsBytes(line));
        out.write('\n');
    }

    /**
     * Customers before their locations; reading what Kontor wrote does not count.
     *
     * @param which restricts customers and locations, or the empty text
     */
    static Took raw(Database database, String which) throws Exception {
        double seconds = 0;
        double cpu = 0;
        try (Connection kontor = database.connect(Database.KONTOR);
                Connection raw = database.raw()) {
            RecordRows.Writer writer = new RecordRows.Writer(raw);
            for (String table : List.of("customer", "location")) {
                List<UUID> ids =
                        database
                                .texts(Database.KONTOR, "SELECT id FROM " + table + " " + which + " ORDER BY id")
                                .stream()
                                .map(UUID::fromString)
                                .toList();
                for (int from = 0; from < ids.size(); from += CHUNK) {
                    List<RecordRows> rows =
                            RecordRows.read(kontor, ids.subList(from, Math.min(ids.size(), from + CHUNK)), 1);
                    double before = database.cpu();
                    long start = System.nanoTime();
                    write(raw, writer, rows);
                    if (from == 0) {
                        analyse(raw);
                    }
                    seconds += (System.nanoTime() - start) / 1e9;
                    cpu += database.cpu() - before;
                }
            }
        }
        return new Took(seconds, 0, cpu);
    }

    private static void write(Connection raw, RecordRows.Writer writer, List<RecordRows> rows) throws SQLException {
        for (int from = 0; from < rows.size(); from += TRANSACTION) {
            writer.write(rows.subList(from, Math.min(rows.size(), from + TRANSACTION)));
            raw.commit();
        }
    }

    /** As Kontor does: what follows is else planned for empty tables until autovacuum has looked. */
    private static void analyse(Connection raw) throws SQLException {
        try (Statement statement = raw.createStatement()) {
            statement.execute("ANALYZE customer, location");
        }
        raw.commit();
    }
}
