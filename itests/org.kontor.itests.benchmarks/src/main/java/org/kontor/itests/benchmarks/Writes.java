/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.kontor.api.customer.CustomerField;
import org.kontor.itests.benchmarks.Clients.Client;
import org.kontor.itests.benchmarks.Report.Side;

/** Creates and updates one by one. The baseline writes what Kontor has just written, row for row. Not thread-safe. */
final class Writes {
    private static final int ROUNDS = 2;
    private static final int WARM_SECONDS = 90;

    private final Bench bench;
    private final AtomicInteger next;

    Writes(Bench bench) {
        this.bench = bench;
        this.next = new AtomicInteger(bench.customers);
    }

    /** Work that is not counted: the server compiles what it does often. */
    void warmUp() throws Exception {
        Queue<UUID> made = new ConcurrentLinkedQueue<>();
        Clients.run(8, WARM_SECONDS, () -> {
            Client client = creating(made);
            RestClient rest = bench.client();
            return new Client() {
                @Override
                public boolean run() throws Exception {
                    rest.get("/customers?limit=50");
                    rest.get("/customers?limit=50&q=gmbh");
                    return client.run();
                }

                @Override
                public void close() throws IOException, SQLException {
                    client.close();
                    rest.close();
                }
            };
        });
    }

    void creates(int clients, String aim) throws Exception {
        Side kontor = Side.NOTHING;
        Side raw = Side.NOTHING;
        for (int round = 0; round < ROUNDS; round++) {
            Queue<UUID> made = new ConcurrentLinkedQueue<>();
            kontor = kontor.and(bench.kontor(clients, () -> creating(made)));
            Queue<RecordRows> rows = rows(made, 1);
            raw = raw.and(bench.raw(clients, () -> insertingRaw(rows)));
        }
        bench.report.rates("create, " + clients + (clients == 1 ? " client" : " clients"), kontor, raw, aim);
    }

    void updates(int clients, String aim) throws Exception {
        List<UUID> known = bench
                .database
                .texts(
                        Database.KONTOR,
                        "SELECT id FROM customer WHERE version = 1 AND created_at < '2026-01-01' ORDER BY md5(id::text)"
                                + " LIMIT 200000")
                .stream()
                .map(UUID::fromString)
                .toList();
        Queue<UUID> waiting = new ConcurrentLinkedQueue<>(known);
        Side kontor = Side.NOTHING;
        Side raw = Side.NOTHING;
        for (int round = 0; round < ROUNDS; round++) {
            Queue<UUID> changed = new ConcurrentLinkedQueue<>();
            kontor = kontor.and(bench.kontor(clients, () -> updating(waiting, changed)));
            Queue<RecordRows> rows = rows(changed, 2);
            raw = raw.and(bench.raw(clients, () -> updatingRaw(rows)));
        }
        bench.report.rates("update, " + clients + " clients", kontor, raw, aim);
    }

    private Queue<RecordRows> rows(Queue<UUID> records, int version) throws SQLException {
        try (Connection connection = bench.database.connect(Database.KONTOR)) {
            return new ConcurrentLinkedQueue<>(RecordRows.read(connection, List.copyOf(records), version));
        }
    }

    private Client creating(Queue<UUID> made) {
        RestClient rest = bench.client();
        return new Client() {
            @Override
            public boolean run() throws Exception {
                Map<CustomerField, Object> values = new EnumMap<>(MadeUpCustomers.number(next.incrementAndGet()));
                values.remove(CustomerField.CODE); // made by Kontor
                made.add(rest.create(values));
                return true;
            }

            @Override
            public void close() throws IOException {
                rest.close();
            }
        };
    }

    private Client insertingRaw(Queue<RecordRows> rows) throws SQLException {
        Connection connection = bench.raw();
        RecordRows.Writer writer = new RecordRows.Writer(connection);
        PreparedStatement number = connection.prepareStatement("SELECT nextval('customer_number')");
        return new Client() {
            @Override
            public boolean run() throws Exception {
                RecordRows one = rows.poll();
                if (one != null) {
                    number.executeQuery().close();
                    writer.write(List.of(one));
                    connection.commit();
                }
                return one != null;
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    private Client updating(Queue<UUID> waiting, Queue<UUID> changed) {
        RestClient rest = bench.client();
        return new Client() {
            @Override
            public boolean run() throws Exception {
                UUID one = waiting.poll();
                if (one != null) {
                    rest.update(one, 1, "phone", "+41 44 " + (1_000_000 + Math.abs(one.hashCode() % 9_000_000)));
                    changed.add(one);
                }
                return one != null;
            }

            @Override
            public void close() throws IOException {
                rest.close();
            }
        };
    }

    private Client updatingRaw(Queue<RecordRows> rows) throws SQLException {
        Connection connection = bench.raw();
        RecordRows.Writer writer = new RecordRows.Writer(connection);
        PreparedStatement read = connection.prepareStatement("SELECT t.* FROM customer t WHERE t.id = ?");
        PreparedStatement update = connection.prepareStatement(
                "UPDATE customer SET phone = ?, changed_at = now(), version = 2 WHERE id = ? AND version = 1");
        return new Client() {
            @Override
            public boolean run() throws Exception {
                RecordRows one = rows.poll();
                if (one != null) {
                    read.setObject(1, one.record());
                    read.executeQuery().close();
                    update.setString(1, "+41 44 1234567");
                    update.setObject(2, one.record());
                    update.executeUpdate();
                    writer.write(List.of(one), List.of("audit_entry", "audit_value", "change_feed"));
                    connection.commit();
                }
                return one != null;
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }
}
