/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/** Karaf is killed in the middle of the first run of a connection to a real Tryton, on both databases. */
@RunWith(Parameterized.class)
@Shows({"S3", "S7", "S14", "C5"})
public class TrytonKillIT {
    private static final String DATABASE = "bulk";
    private static final int PARTIES = 600;
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private static TrytonClient tryton;

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return new Object[] {"h2", "postgresql"};
    }

    @Parameter
    public String database;

    private KontorProcess kontor;

    @BeforeClass
    public static void seed() throws Exception {
        TrytonSystem system = TrytonSystem.get();
        tryton = new TrytonClient(system.fresh(DATABASE), TrytonSystem.PASSWORD);
        system.seed(DATABASE, PARTIES);
    }

    @Before
    public void unpack() throws Exception {
        kontor = new KontorProcess("tryton-kill-" + database);
        if (database.equals("postgresql")) {
            String name = "tryton_kill";
            try (Connection connection =
                            DriverManager.getConnection(Shared.postgres().getJdbcUrl("postgres", "postgres"));
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            kontor.onPostgreSql(Shared.postgres().getJdbcUrl("postgres", name));
        }
    }

    @Test
    public void aRunThatIsCutOffIsMadeWholeWithoutTwins() throws Exception {
        try (KontorProcess process = kontor.start()) {
            TrytonView view = new TrytonView(process.api(), "bulk");
            process.connection("bulk", TrytonView.settings(tryton.url, "page", "20"));
            JsonNode cut = Await.value("the middle of the run", DEADLINE, () -> {
                List<JsonNode> runs = view.runs();
                return !runs.isEmpty() && runs.get(0).path("read").asInt() >= 200 ? runs.get(0) : null;
            });
            assertTrue(cut.toString(), cut.path("read").asInt() < PARTIES);
            assertEquals("RUNNING", cut.path("state").asText());
            process.kill9();

            process.start();
            JsonNode whole = view.completedRun("the rest", DEADLINE, view::runs, run -> true);
            List<JsonNode> runs = view.runs();
            assertEquals(runs.toString(), 2, runs.size());
            JsonNode interrupted = runs.get(1);
            assertEquals(cut.path("id"), interrupted.path("id"));
            assertEquals("INTERRUPTED", interrupted.path("state").asText());

            Set<Long> customers = view.all("/customers").keySet();
            Set<Long> locations = view.all("/locations").keySet();
            assertEquals(ids("party.party"), new TreeSet<>(customers));
            assertEquals(ids("party.address"), new TreeSet<>(locations));
            assertTrue(customers.size() >= PARTIES);
            // nobody else writes here: no record without a cross reference either
            assertEquals(
                    customers.size(),
                    process.api().all("/customers?archived=any").size());
            assertEquals(
                    locations.size(),
                    process.api().all("/locations?archived=any").size());
            assertEquals(
                    "each created once",
                    customers.size() + locations.size(),
                    interrupted.path("created").asInt() + whole.path("created").asInt());
            assertTrue(
                    "went on where it was cut off", whole.path("read").asInt() < customers.size() + locations.size());
        }
    }

    private static Set<Long> ids(String model) throws Exception {
        Set<Long> ids = new TreeSet<>();
        tryton.searchRead(model, List.of(), List.of("id"))
                .forEach(row -> ids.add(row.path("id").asLong()));
        return ids;
    }
}
