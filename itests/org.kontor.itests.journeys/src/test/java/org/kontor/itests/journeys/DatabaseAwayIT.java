/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.time.Duration;

import org.junit.Test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/** Karaf is started before its PostgreSQL, as after a power cut. */
@Shows({"X4", "S14"})
public class DatabaseAwayIT {
    private static final Duration DEADLINE = Duration.ofSeconds(120);

    @Test
    public void kontorComesUpWhenItsDatabaseDoes() throws Exception {
        int port = KontorProcess.freePort();
        try (KontorProcess kontor = new KontorProcess("away")
                .onPostgreSql("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres")) {
            kontor.launch();
            Await.until("health names the database", DEADLINE, () -> {
                Api.Answer ready = kontor.api().anonymous("GET", "/kontor/health/ready");
                return ready.status() == 503 && ready.text().contains("\"missing\":[\"database\"");
            });
            try (EmbeddedPostgres late =
                    EmbeddedPostgres.builder().setPort(port).start()) {
                Await.until(
                        "Kontor is ready",
                        DEADLINE,
                        () -> kontor.api()
                                        .anonymous("GET", "/kontor/health/ready")
                                        .status()
                                == 200);
                assertEquals(
                        201,
                        kontor.api()
                                .post("/customers", "{\"name\":\"Late AG\"}")
                                .status());
                kontor.stop();
            }
            assertTrue(kontor.log().contains("refused"));
        }
    }
}
