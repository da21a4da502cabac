/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;

import org.junit.After;
import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/**
 * People edit on both sides while Karaf is killed, Tryton stops, and its PostgreSQL goes away. In the end both sides hold the
 * same, what anybody was told to be written is there, nothing is there twice, and nothing is written any more. The system
 * property {@code kontor.soak} says for how many seconds, at least.
 */
@Shows({"S1", "S3", "S6", "S7"})
public class TrytonSoakIT {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("kontor.soak", 30));
    private static final Duration SOON = Duration.ofMinutes(4);
    private static final String PARTY = "party.party";
    private static final int RECORDS = 12;
    private static final int PACE = 100;

    private final long seed = System.nanoTime();
    private final List<String> ids = new ArrayList<>();
    private TrytonSystem system;
    private TrytonClient tryton;
    private KontorProcess kontor;
    private ScheduledExecutorService people;

    @After
    public void stop() throws Exception {
        if (people != null) {
            people.shutdownNow();
        }
        if (kontor != null) {
            kontor.close();
        }
    }

    /** What somebody was told to be written, by code and field. */
    private static final class Desk {
        final Map<String, Map<String, String>> written = new ConcurrentHashMap<>();
        volatile int edits;
        volatile int made;

        void wrote(String code, String field, String value) {
            written.computeIfAbsent(code, one -> new ConcurrentHashMap<>()).put(field, value);
            edits++;
        }
    }

    @Test
    public void bothSidesAreEqualInTheEnd() throws Exception {
        system = TrytonSystem.get();
        tryton = new TrytonClient(system.fresh("soak"), TrytonSystem.PASSWORD);
        kontor = new KontorProcess("soak").onPostgreSql(database()).start();
        kontor.connection("soak", TrytonView.settings(tryton.url, "direction", "both", "keys", "5s"));
        TrytonView view = new TrytonView(kontor.api(), "soak");
        for (int i = 0; i < RECORDS; i++) {
            ids.add(kontor.api()
                    .made("/customers", "{\"code\":\"S-" + i + "\",\"name\":\"Soak " + i + "\"}")
                    .path("id")
                    .asText());
        }
        Await.until("all are there", SOON, () -> parties().size() == RECORDS);

        Desk here = new Desk();
        Desk there = new Desk();
        Random officeHere = new Random(seed);
        Random officeThere = new Random(seed + 1);
        people = Executors.newScheduledThreadPool(2);
        // as fast as a busy office: nobody may fall behind for ever
        List<Future<?>> work = List.of(
                people.scheduleWithFixedDelay(() -> editHere(officeHere, here), 0, PACE, MILLISECONDS),
                people.scheduleWithFixedDelay(() -> editThere(officeThere, there), 0, PACE, MILLISECONDS));
        long end = System.nanoTime() + LENGTH.toNanos();
        Random random = new Random(seed + 2);
        int round = 0;
        do {
            trouble(round++, here, there, random, work);
        } while (System.nanoTime() < end || round < 3);
        people.shutdown();
        assertTrue("the last edits", people.awaitTermination(SOON.toSeconds(), SECONDS));

        String what =
                "seed " + seed + ", " + here.edits + " edits here, " + there.edits + " there, " + round + " troubles";
        System.out.println("TrytonSoakIT: " + what + ", " + here.made + " made here, " + there.made + " there");
        assertTrue(what, here.edits > 5 && there.edits > 5);
        Await.until(
                what + ": all edits are on both sides",
                SOON,
                () -> holds(parties(), here, there)
                        && holds(customers(), here, there)
                        && parties().equals(customers()));
        assertEquals(
                what + ": no twins",
                RECORDS + here.made + there.made,
                customers().size());

        // addresses that were last written there are locations here, which the next reading takes in
        everything(view);
        Map<String, Long> versions = versions();
        JsonNode run = everything(view);
        assertEquals(what + ": " + run, run.path("read"), run.path("unchanged"));
        assertEquals(what + ": no echo", 0, run.path("sent").asInt());
        assertEquals(what + ": no echo", versions, versions());
    }

    /** The run that reads everything once more. */
    private JsonNode everything(TrytonView view) throws Exception {
        view.awaitState("IDLE");
        var before = view.runIds();
        assertEquals(
                200,
                kontor.api().post("/connections/soak/sync", "{\"full\":true}").status());
        return view.completedRun(
                "everything read once more",
                SOON,
                view::runs,
                one -> one.path("source").asText().equals("full")
                        && !before.contains(one.path("id").asText()));
    }

    private static String database() throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(Shared.postgres().getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create database soak");
        }
        return Shared.postgres().getJdbcUrl("postgres", "soak");
    }

    /** Something that stops, after both have got some work done; and comes back. */
    private void trouble(int round, Desk here, Desk there, Random random, List<Future<?>> work) throws Exception {
        int editsHere = here.edits;
        int editsThere = there.edits;
        int more = 2 + random.nextInt(6);
        Await.until("some edits", SOON, () -> {
            for (Future<?> one : work) {
                if (one.isDone()) {
                    one.get(); // tells why
                }
            }
            return here.edits >= editsHere + more && there.edits >= editsThere + more;
        });
        switch (round % 3) {
            case 0 -> {
                kontor.kill9();
                kontor.start();
            }
            case 1 -> {
                system.pause();
                Await.until("edits meanwhile", SOON, () -> here.edits > editsHere + more);
                system.resume();
            }
            default -> system.restart();
        }
    }

    /** Done again until it is answered: a person does so, too. */
    private static <T> T insist(String what, java.util.concurrent.Callable<T> call) {
        return Await.value(what, SOON, () -> {
            try {
                return call.call();
            } catch (IOException away) {
                return null;
            }
        });
    }

    /** E-mail and city are edited here. */
    private void editHere(Random random, Desk desk) {
        if (random.nextInt(10) == 0) {
            String code = "H-" + desk.made;
            String body = "{\"code\":\"" + code + "\",\"name\":\"Made here\"}";
            insist("made " + code, () -> {
                int status = kontor.api().post("/customers", body).status();
                return status == 201 || status == 409 ? status : null;
            });
            desk.made++;
            desk.edits++;
            return;
        }
        int number = random.nextInt(RECORDS);
        String code = "S-" + number;
        String path = "/customers/" + ids.get(number);
        boolean mail = random.nextBoolean();
        String value = mail ? "m" + random.nextInt(1_000_000) + "@soak.example" : "City " + random.nextInt(1_000_000);
        String patch = mail ? "{\"email\":\"" + value + "\"}" : "{\"address\":{\"city\":\"" + value + "\"}}";
        insist("edited " + code, () -> {
            Api.Answer now = kontor.api().get(path);
            return now.status() == 200
                            && kontor.api()
                                            .patch(
                                                    path,
                                                    now.json().path("version").asLong(),
                                                    patch)
                                            .status()
                                    == 200
                    ? code
                    : null;
        });
        desk.wrote(code, mail ? "email" : "city", value);
    }

    /** Names and phones are edited there. */
    private void editThere(Random random, Desk desk) {
        if (random.nextInt(10) == 0) {
            String code = "T-" + desk.made;
            insist("made " + code, () -> {
                if (partyId(code) == null) {
                    tryton.createOne(PARTY, Map.of("code", code, "name", "Made there"));
                }
                return code;
            });
            desk.made++;
            desk.edits++;
            return;
        }
        String code = "S-" + random.nextInt(RECORDS);
        String value = "Name " + random.nextInt(1_000_000);
        insist("edited " + code, () -> {
            Long id = partyId(code);
            if (id != null) {
                tryton.write(PARTY, id, Map.of("name", value));
            }
            return id;
        });
        desk.wrote(code, "name", value);
    }

    private Long partyId(String code) throws Exception {
        List<JsonNode> found = tryton.searchRead(PARTY, List.of(List.of("code", "=", code)), List.of("code"));
        return found.isEmpty() ? null : found.get(0).path("id").asLong();
    }

    private static boolean holds(Map<String, Map<String, String>> side, Desk... desks) {
        for (Desk desk : desks) {
            for (Map.Entry<String, Map<String, String>> one : desk.written.entrySet()) {
                Map<String, String> record = side.getOrDefault(one.getKey(), Map.of());
                if (!record.entrySet().containsAll(one.getValue().entrySet())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** By code: name, e-mail, city, whether it is archived. A second one of a code would fail. */
    private Map<String, Map<String, String>> parties() throws Exception {
        Map<String, Map<String, String>> found = new TreeMap<>();
        for (JsonNode party : tryton.searchRead(
                PARTY,
                List.of(),
                List.of(
                        "code",
                        "name",
                        "active",
                        "addresses.city",
                        "contact_mechanisms.type",
                        "contact_mechanisms.value"))) {
            String mail = "";
            for (JsonNode one : party.path("contact_mechanisms.")) {
                assertEquals("one e-mail: " + party, "", mail);
                mail = one.path("value").asText();
            }
            assertTrue("one address: " + party, party.path("addresses.").size() < 2);
            put(
                    found,
                    party.path("code").asText(),
                    party.path("name").asText(),
                    mail,
                    party.path("addresses.").path(0).path("city").asText(),
                    !party.path("active").asBoolean());
        }
        return found;
    }

    private List<JsonNode> all() throws Exception {
        return new ArrayList<>(kontor.api().all("/customers?archived=any"));
    }

    private Map<String, Map<String, String>> customers() throws Exception {
        Map<String, Map<String, String>> found = new TreeMap<>();
        for (JsonNode customer : all()) {
            put(
                    found,
                    customer.path("code").asText(),
                    customer.path("name").asText(),
                    customer.path("email").asText(),
                    customer.path("address").path("city").asText(),
                    customer.path("archived").asBoolean());
        }
        return found;
    }

    private static void put(
            Map<String, Map<String, String>> found,
            String code,
            String name,
            String mail,
            String city,
            boolean archived) {
        Map<String, String> values =
                Map.of("name", name, "email", mail, "city", city, "archived", String.valueOf(archived));
        assertEquals("twice: " + code, null, found.put(code, values));
    }

    private Map<String, Long> versions() throws Exception {
        Map<String, Long> versions = new TreeMap<>();
        for (JsonNode customer : all()) {
            versions.put(
                    customer.path("code").asText(), customer.path("version").asLong());
        }
        return versions;
    }
}
