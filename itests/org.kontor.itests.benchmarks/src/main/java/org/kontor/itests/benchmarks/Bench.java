/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

import org.kontor.itests.benchmarks.Clients.Maker;
import org.kontor.itests.benchmarks.Clients.Measured;
import org.kontor.itests.benchmarks.Report.Side;
import org.kontor.itests.journeys.Api;
import org.kontor.itests.journeys.KontorProcess;

/** The database, the Kontor that runs on it, and how both are measured side by side. Not thread-safe. */
@SuppressWarnings("try") // closing waits for processes
final class Bench implements AutoCloseable {
    final Database database;
    final Report report;
    /** Customers that were loaded, numbered from 1. */
    final int customers;
    /** Seconds of one round of a line. */
    final double seconds;

    private KontorProcess kontor;

    Bench(int customers, double seconds, Report report) throws Exception {
        this.report = report;
        this.customers = customers;
        this.seconds = seconds;
        database = new Database(Files.createDirectories(Path.of(System.getProperty("kontor.work"))));
        kontor = new KontorProcess("benchmark").onPostgreSql(database.url(Database.KONTOR));
    }

    KontorProcess kontor() {
        return kontor;
    }

    RestClient client() {
        return client(null);
    }

    /** @param account the id of the one that calls are made for; null for the operator's */
    RestClient client(UUID account) {
        return new RestClient(kontor.api(), account);
    }

    /** Somebody who calls for their own account. */
    RestClient client(String login, String password) {
        return new RestClient(new Api(kontor.port, login, password), null);
    }

    Connection raw() throws SQLException {
        return database.raw();
    }

    /** Kontor's half of a round. */
    Side kontor(int clients, Maker maker) throws Exception {
        double server = Proc.cpu(kontor.pid());
        double before = database.cpu();
        Measured measured = Clients.run(clients, seconds, maker);
        return new Side(measured, Proc.cpu(kontor.pid()) - server, database.cpu() - before);
    }

    /** The baseline's half of a round. */
    Side raw(int clients, Maker maker) throws Exception {
        double before = database.cpu();
        Measured measured = Clients.run(clients, seconds, maker);
        return new Side(measured, 0, database.cpu() - before);
    }

    @Override
    public void close() throws Exception {
        try {
            kontor.close();
        } finally {
            database.close();
        }
    }
}
