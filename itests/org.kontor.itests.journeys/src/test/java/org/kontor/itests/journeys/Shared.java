/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.kontor.testing.Await;

/** One Kontor on H2 and one on PostgreSQL for all journeys that can share them; records get names of their own. */
enum Shared {
    H2 {
        @Override
        KontorProcess alone(String name) throws Exception {
            return new KontorProcess(name + "-h2");
        }
    },
    POSTGRESQL {
        @Override
        KontorProcess alone(String name) throws Exception {
            String database = Unique.word("kontor");
            try (Connection connection = postgres().getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + database);
            }
            return new KontorProcess(name + "-postgresql")
                    .onPostgreSql(postgres().getJdbcUrl("postgres", database));
        }
    };

    private static final Duration READY = Duration.ofMinutes(3);
    private static EmbeddedPostgres server;
    private KontorProcess running;

    /** A Kontor of its own on a database of its own, not yet started. */
    abstract KontorProcess alone(String name) throws Exception;

    synchronized KontorProcess get() throws Exception {
        if (running == null || !running.isAlive()) {
            running = alone("shared").start();
            // what is still starting would stand in the log, in which some look for what they caused
            Await.until(
                    "ready",
                    READY,
                    () -> running.api().anonymous("GET", "/kontor/health/ready").status() == 200);
        }
        return running;
    }

    /** A real PostgreSQL of our own; ends with the tests. */
    static synchronized EmbeddedPostgres postgres() throws IOException {
        if (server == null) {
            server = EmbeddedPostgres.builder().start();
        }
        return server;
    }
}
