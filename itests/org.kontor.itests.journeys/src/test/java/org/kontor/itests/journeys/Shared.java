/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

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

    private static EmbeddedPostgres server;
    private KontorProcess running;

    /** A Kontor of its own on a database of its own, not yet started. */
    abstract KontorProcess alone(String name) throws Exception;

    synchronized KontorProcess get() throws Exception {
        if (running == null || !running.isAlive()) {
            running = alone("shared").start();
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
