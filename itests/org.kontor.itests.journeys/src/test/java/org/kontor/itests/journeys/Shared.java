/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** One Kontor on H2 and one on PostgreSQL for all journeys that can share them; records get names of their own. */
enum Shared {
    H2 {
        @Override
        KontorProcess prepare() throws Exception {
            return new KontorProcess("shared-h2");
        }
    },
    POSTGRESQL {
        @Override
        KontorProcess prepare() throws Exception {
            return new KontorProcess("shared-postgresql")
                    .onPostgreSql(postgres().getJdbcUrl("postgres", "postgres"));
        }
    };

    private static EmbeddedPostgres server;
    private KontorProcess running;

    abstract KontorProcess prepare() throws Exception;

    synchronized KontorProcess get() throws Exception {
        if (running == null || !running.isAlive()) {
            running = prepare().start();
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
