/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** Customers and locations that are made and changed here, in a real Tryton. */
@Shows({"S1", "S3", "S6", "S7", "S8"})
public class TrytonBothWaysIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PARTY = "party.party";
    private static final String ADDRESS = "party.address";
    private static final List<String> ALL = List.of(
            "code",
            "name",
            "active",
            "lang.code",
            "addresses.street",
            "addresses.postal_code",
            "addresses.city",
            "addresses.country.code",
            "addresses.subdivision.code",
            "addresses.name",
            "addresses.active",
            "contact_mechanisms.type",
            "contact_mechanisms.value",
            "identifiers.code");

    private static TrytonClient tryton;
    private static KontorProcess kontor;
    private static TrytonView view;

    /** Also after a test that failed while it had changed the settings. */
    @Before
    public void connected() throws Exception {
        kontor.connection("both", settings("brake.number", "50"));
        view.awaitState("IDLE");
    }

    @BeforeClass
    public static void connect() throws Exception {
        TrytonSystem system = TrytonSystem.get();
        tryton = new TrytonClient(system.fresh("both"), TrytonSystem.PASSWORD);
        system.seed("both", 8); // with countries and their subdivisions
        kontor = new KontorProcess("both").start();
        view = new TrytonView(kontor.api(), "both");
    }

    /** Looks for deletions every second. */
    private static Map<String, String> settings(String... more) {
        Map<String, String> settings = TrytonView.settings(tryton.url, "direction", "both", "keys", "1s");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    @AfterClass
    public static void stop() throws Exception {
        if (kontor != null) {
            kontor.close();
        }
    }

    /** The one party of this code, as soon as it is as it should be. */
    private static JsonNode party(String what, String code, Predicate<JsonNode> expected) {
        return Await.value(what, SOON, () -> {
            List<JsonNode> found = tryton.searchRead(PARTY, List.of(List.of("code", "=", code)), ALL);
            assertTrue("one party at most: " + found, found.size() < 2);
            return found.stream().filter(expected).findFirst().orElse(null);
        });
    }

    private static JsonNode made(String code, String more) throws Exception {
        return view.api().made("/customers", "{\"code\":\"" + code + "\",\"name\":\"Firma " + code + "\"" + more + "}");
    }

    private static JsonNode now(JsonNode customer) throws Exception {
        return view.api().get("/customers/" + id(customer)).json();
    }

    private static String id(JsonNode record) {
        return record.path("id").asText();
    }

    private static void archive(String path, JsonNode record) throws Exception {
        send(path + "/" + id(record), "/archive", "POST", 200);
    }

    private static void send(String path, String action, String method, int expected) throws Exception {
        long version = view.api().get(path).json().path("version").asLong();
        Api.Answer answer = view.api()
                .send(view.api()
                        .request(path + action)
                        .header("If-Match", "\"" + version + "\"")
                        .method(method, BodyPublishers.noBody()));
        assertEquals(answer.toString(), expected, answer.status());
    }

    /** Somebody edits it here, on what is there by now. */
    private static void edit(String path, JsonNode record, String json) {
        Await.until("the edit of " + id(record), SOON, () -> {
            String where = path + "/" + id(record);
            long version = view.api().get(where).json().path("version").asLong();
            Api.Answer answer = view.api().patch(where, version, json);
            assertTrue(answer.toString(), answer.status() == 200 || answer.status() == 412);
            return answer.status() == 200;
        });
    }

    private static JsonNode mechanism(JsonNode party, String type) {
        for (JsonNode one : party.path("contact_mechanisms.")) {
            if (one.path("type").asText().equals(type)) {
                return one.path("value");
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private static void awaitLinked(JsonNode customer) {
        Await.until(
                "the cross reference",
                SOON,
                () -> now(customer).path("crossReferences").size() == 1);
    }

    @Test
    public void aCustomerIsCreatedThereWithAllItsFields() throws Exception {
        JsonNode customer = made(
                "FULL",
                """
                ,"taxId":"CHE-123","email":"info@full.example","phone":"+41 31 000 00 00","webAddress":"https://full.example",
                "language":"de","address":{"lines":["Marktgasse 1","2. Stock"],"postalCode":"3011","city":"Bern",
                "region":"CH-BE","country":"CH"}""");
        JsonNode party = party("the new party", "FULL", one -> true);
        assertEquals("Firma FULL", party.path("name").asText());
        assertTrue(party.path("active").asBoolean());
        assertEquals("CHE-123", party.path("identifiers.").path(0).path("code").asText());
        assertEquals("info@full.example", mechanism(party, "email").asText());
        assertEquals("+41 31 000 00 00", mechanism(party, "phone").asText());
        assertEquals("https://full.example", mechanism(party, "website").asText());
        assertEquals("de", party.path("lang.").path("code").asText());
        JsonNode address = party.path("addresses.").path(0);
        assertEquals("Marktgasse 1\n2. Stock", address.path("street").asText());
        assertEquals("3011", address.path("postal_code").asText());
        assertEquals("Bern", address.path("city").asText());
        assertEquals("CH", address.path("country.").path("code").asText());
        assertEquals("CH-BE", address.path("subdivision.").path("code").asText());
        awaitLinked(customer);
        view.awaitState("IDLE");
        assertEquals(
                "no echo: only the cross reference came",
                2,
                now(customer).path("version").asInt());
    }

    @Test
    public void everyFieldThatChangesChangesThereAndWhatIsClearedIsCleared() throws Exception {
        JsonNode customer = made("EDITS", ",\"email\":\"old@edits.example\",\"taxId\":\"T-1\"");
        awaitLinked(customer);
        edit(
                "/customers",
                customer,
                """
                {"name":"Neu AG","taxId":"T-2","email":"new@edits.example","phone":"+41 1","webAddress":"https://edits.example",
                "language":"fr","address":{"lines":["Weg 1"],"city":"Thun","country":"CH"}}""");
        JsonNode party =
                party("the edit", "EDITS", one -> one.path("name").asText().equals("Neu AG"));
        assertEquals("T-2", party.path("identifiers.").path(0).path("code").asText());
        assertEquals(1, party.path("identifiers.").size());
        assertEquals("new@edits.example", mechanism(party, "email").asText());
        assertEquals("+41 1", mechanism(party, "phone").asText());
        assertEquals("fr", party.path("lang.").path("code").asText());
        assertEquals("Thun", party.path("addresses.").path(0).path("city").asText());
        edit(
                "/customers",
                customer,
                "{\"taxId\":null,\"email\":null,\"phone\":null,\"webAddress\":null,\"language\":null,\"address\":{\"city\":null}}");
        JsonNode cleared =
                party("cleared", "EDITS", one -> one.path("contact_mechanisms.").isEmpty());
        assertTrue(cleared.toString(), cleared.path("identifiers.").isEmpty());
        assertTrue(
                cleared.toString(),
                cleared.path("addresses.").path(0).path("city").isNull()
                        || cleared.path("addresses.")
                                .path(0)
                                .path("city")
                                .asText()
                                .isEmpty());
        assertEquals("Weg 1", cleared.path("addresses.").path(0).path("street").asText());
    }

    @Test
    public void locationsFollowTheirCustomer() throws Exception {
        JsonNode customer = made("PLACES", "");
        JsonNode location = view.api()
                .made(
                        "/locations",
                        "{\"customerId\":\"" + id(customer)
                                + "\",\"name\":\"Werk Süd\",\"address\":{\"lines\":[\"Gleis 9\"],\"city\":\"Biel\"}}");
        JsonNode party =
                party("its address", "PLACES", one -> one.path("addresses.").size() == 1);
        JsonNode address = party.path("addresses.").path(0);
        assertEquals("Werk Süd", address.path("name").asText());
        assertEquals("Gleis 9", address.path("street").asText());
        edit("/locations", location, "{\"name\":\"Werk Nord\",\"address\":{\"city\":\"Genf\"}}");
        party(
                "the edit of the location",
                "PLACES",
                one -> one.path("addresses.").path(0).path("name").asText().equals("Werk Nord")
                        && one.path("addresses.").path(0).path("city").asText().equals("Genf"));
        archive("/locations", location);
        party(
                "archived",
                "PLACES",
                one -> !one.path("addresses.").path(0).path("active").asBoolean());
        assertEquals(
                1,
                view.api()
                        .all("/locations?archived=any&customer=" + id(customer))
                        .size());
    }

    @Test
    public void archivingGoesThereAndBack() throws Exception {
        JsonNode customer = made("SLEEP", "");
        awaitLinked(customer);
        archive("/customers", customer);
        JsonNode party = party("archived", "SLEEP", one -> !one.path("active").asBoolean());
        tryton.write(PARTY, party.path("id").asLong(), Map.of("active", true));
        Await.until("back here", SOON, () -> !now(customer).path("archived").asBoolean());
    }

    @Test
    public void aRacingEditThereIsMergedAndNotOverwritten() throws Exception {
        List<JsonNode> customers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            customers.add(made("RACE-" + i, ",\"email\":\"a" + i + "@race.example\""));
        }
        for (JsonNode customer : customers) {
            awaitLinked(customer);
        }
        List<JsonNode> parties = tryton.searchRead(PARTY, List.of(List.of("code", "like", "RACE-%")), List.of("code"));
        assertEquals(20, parties.size());
        AtomicBoolean failed = new AtomicBoolean();
        CompletableFuture<Void> there = CompletableFuture.runAsync(() -> {
            try {
                for (JsonNode party : parties) {
                    tryton.write(
                            PARTY,
                            party.path("id").asLong(),
                            Map.of("name", "Dort " + party.path("code").asText()));
                }
            } catch (Exception e) {
                failed.set(true);
            }
        });
        for (int i = 0; i < 20; i++) {
            edit("/customers", customers.get(i), "{\"email\":\"b" + i + "@race.example\"}");
        }
        there.join();
        assertFalse(failed.get());
        for (int i = 0; i < 20; i++) {
            String code = "RACE-" + i;
            String mail = "b" + i + "@race.example";
            party(
                    "both edits of " + code,
                    code,
                    one -> mechanism(one, "email").asText().equals(mail)
                            && one.path("name").asText().equals("Dort " + code));
            JsonNode customer = customers.get(i);
            Await.until(
                    "both here",
                    SOON,
                    () -> now(customer).path("name").asText().equals("Dort " + code)
                            && now(customer).path("email").asText().equals(mail));
        }
    }

    @Test
    public void whatTrytonRefusesIsToldAndTheNextEditGoes() throws Exception {
        JsonNode customer = made("NOWHERE", ",\"address\":{\"city\":\"X\",\"country\":\"AQ\"}");
        JsonNode item = Await.value("the refusal", SOON, () -> {
            for (JsonNode run : view.runs()) {
                for (JsonNode one : view.api().all("/runs/" + id(run) + "/items?outcome=refused")) {
                    if (one.path("recordId").asText().equals(id(customer))) {
                        return one;
                    }
                }
            }
            return null;
        });
        assertEquals(
                "lookup_unknown", item.path("violations").path(0).path("rule").asText());
        assertTrue(
                item.toString(),
                item.path("violations").path(0).path("value").asText().contains("AQ"));
        JsonNode unsent = view.api()
                .all("/unsent?connection=both&recordId=" + id(customer))
                .get(0);
        assertEquals("NOWHERE", unsent.path("code").asText());
        assertEquals(item.path("error"), unsent.path("error"));
        assertEquals(1, unsent.path("attempts").asInt());
        Api.Answer retried = view.api().post("/unsent/retry", "{\"ids\":[\"" + id(unsent) + "\"]}");
        assertEquals(retried.text(), 1, retried.json().path("count").asInt());
        Await.until("refused again", SOON, () -> {
            List<JsonNode> now = view.api().all("/unsent?recordId=" + id(customer));
            return now.size() == 1 && now.get(0).path("attempts").asInt() == 2;
        });
        try (Ssh ssh = new Ssh(kontor.sshPort)) {
            String listed = ssh.run("kontor:unsent-list --connection both").text();
            assertTrue(listed, listed.contains(id(unsent)) && listed.contains("customer NOWHERE"));
            String told = ssh.run("kontor:unsent-retry --all --connection both").text();
            assertTrue(told, told.contains("will be sent by the next run"));
        }
        edit("/customers", customer, "{\"address\":{\"country\":\"CH\"}}");
        party(
                "by now",
                "NOWHERE",
                one -> one.path("addresses.").path(0).path("city").asText().equals("X"));
        Await.until("gone from the list", SOON, () -> view.api()
                .all("/unsent?recordId=" + id(customer))
                .isEmpty());
    }

    @Test
    public void whatIsDeletedThereIsArchivedHere() throws Exception {
        JsonNode customer = made("GONE", ",\"address\":{\"city\":\"Chur\"}");
        awaitLinked(customer);
        JsonNode party = party("there", "GONE", one -> true);
        tryton.call("model.party.party.delete", List.of(party.path("id").asLong()));
        Await.until("archived", SOON, () -> now(customer).path("archived").asBoolean());
        JsonNode entry = view.api()
                .get("/customers/" + id(customer) + "/audit")
                .json()
                .path("items")
                .path(0);
        assertEquals("ARCHIVE", entry.path("action").asText());
        assertEquals("CONNECTION:both", entry.path("source").asText());
    }

    @Test
    public void whatIsDeletedHereIsDeletedThere() throws Exception {
        JsonNode customer = made("DROP", "");
        JsonNode location =
                view.api().made("/locations", "{\"customerId\":\"" + id(customer) + "\",\"name\":\"Lager\"}");
        party("with its address", "DROP", one -> one.path("addresses.").size() == 1);
        awaitLinked(customer);
        Await.until(
                "the cross reference",
                SOON,
                () -> view.api()
                                .get("/locations/" + id(location))
                                .json()
                                .path("crossReferences")
                                .size()
                        == 1);
        send("/locations/" + id(location), "", "DELETE", 204);
        party("without its address", "DROP", one -> one.path("addresses.").isEmpty());
        send("/customers/" + id(customer), "", "DELETE", 204);
        Await.until("gone", SOON, () -> tryton.searchRead(PARTY, List.of(List.of("code", "=", "DROP")), List.of("code"))
                .isEmpty());
        assertEquals(404, view.api().get("/customers/" + id(customer)).status());
        assertTrue(view.api().all("/customers?archived=any").stream()
                .noneMatch(one -> one.path("code").asText().equals("DROP")));
    }

    @Test
    public void whereManyAreMissingAPersonIsAsked() throws Exception {
        List<JsonNode> customers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            customers.add(made("MANY-" + i, ""));
        }
        for (JsonNode customer : customers) {
            awaitLinked(customer);
        }
        kontor.connection("both", settings("brake.number", "3", "brake.percent", "1"));
        List<Long> parties =
                tryton.searchRead(PARTY, List.of(List.of("code", "like", "MANY-%")), List.of("code")).stream()
                        .map(one -> one.path("id").asLong())
                        .toList();
        tryton.call("model.party.party.delete", parties);
        JsonNode waiting = view.awaitState("WAITING");
        assertTrue(
                waiting.toString(),
                waiting.path("message").asText().contains("would archive at least 4 of")
                        && waiting.path("message").asText().contains("kontor:connection-release both"));
        assertFalse(now(customers.get(0)).path("archived").asBoolean());
        JsonNode brake = view.api().get("/brakes").json().path("items").path(0);
        assertEquals(4, brake.path("archives").asInt());
        try (Ssh ssh = new Ssh(kontor.sshPort)) {
            String released = ssh.run("kontor:connection-release both").text();
            assertTrue(released, released.contains("At least 4 of"));
            ssh.run("kontor:connection-sync both");
        }
        for (JsonNode customer : customers) {
            Await.until("archived", SOON, () -> now(customer).path("archived").asBoolean());
        }
        view.awaitState("IDLE");
        assertEquals(0, view.api().get("/brakes").json().path("items").size());
        kontor.connection("both", settings("brake.number", "50"));
        view.awaitState("IDLE");
    }

    private static JsonNode compared() throws Exception {
        String id = view.api()
                .post("/connections/both/reconciliations", "")
                .json()
                .path("id")
                .asText();
        return Await.value("the comparison", SOON, () -> {
            JsonNode report = view.api().get("/reconciliations/" + id).json();
            return report.path("state").asText().equals("RUNNING") ? null : report;
        });
    }

    private static List<String> found(JsonNode report) throws Exception {
        List<String> found = new ArrayList<>();
        for (JsonNode one : view.api().all("/reconciliations/" + id(report) + "/drift")) {
            found.add(one.path("kind").asText() + " " + one.path("type").asText() + " "
                    + one.path("externalId").asText());
        }
        return found;
    }

    /** Also of a connection that is stopped; then it is started, and does that. */
    @Test
    @Shows("S9")
    public void whatARunWouldDoIsToldBeforeItDoesIt() throws Exception {
        JsonNode theirs = made("TRY-1", "");
        JsonNode ours = made("TRY-2", "");
        awaitLinked(theirs);
        awaitLinked(ours);
        long edited = party("the first", "TRY-1", one -> true).path("id").asLong();
        kontor.connection("both", settings("enabled", "false"));
        view.awaitState("STOPPED");
        tryton.write(PARTY, edited, Map.of("name", "Try AG"));
        long fresh = tryton.createOne(PARTY, Map.of("name", "Only there", "code", "TRY-3"));
        edit("/customers", ours, "{\"email\":\"try@ours.example\"}");
        JsonNode only = made("TRY-4", "");
        String id = id(view.api().post("/connections/both/dry-runs", "").json());
        JsonNode dry = Await.value("the dry run", SOON, () -> {
            JsonNode run = view.api().get("/runs/" + id).json();
            return run.path("state").asText().equals("RUNNING") ? null : run;
        });
        assertEquals(dry.toString(), "COMPLETED", dry.path("state").asText());
        assertTrue(dry.path("dryRun").asBoolean());
        Map<String, String> told = new TreeMap<>();
        for (JsonNode item : view.api().all("/runs/" + id + "/items")) {
            for (JsonNode change : item.path("changes")) {
                if (List.of("name", "email").contains(change.path("field").asText())) {
                    String which = item.path("outcome").asText() + " "
                            + item.path("recordId")
                                    .asText(item.path("externalId").asText());
                    told.put(
                            which + " " + change.path("field").asText(),
                            change.path("before").asText("") + " -> "
                                    + change.path("after").asText());
                }
            }
        }
        Map<String, String> expected = new TreeMap<>(Map.of(
                "UPDATED " + id(theirs) + " name", "Firma TRY-1 -> Try AG",
                "CREATED " + fresh + " name", " -> Only there",
                "SENT " + id(ours) + " email", " -> try@ours.example",
                "SENT " + id(only) + " name", " -> Firma TRY-4"));
        assertEquals(expected, told);
        assertEquals("Firma TRY-1", now(theirs).path("name").asText());
        assertEquals(
                0,
                tryton.searchRead(PARTY, List.of(List.of("code", "=", "TRY-4")), ALL)
                        .size());
        kontor.connection("both", settings("brake.number", "50"));
        Await.until("theirs", SOON, () -> now(theirs).path("name").asText().equals("Try AG"));
        party("ours", "TRY-2", one -> mechanism(one, "email").asText().equals("try@ours.example"));
        party("the one that was only here", "TRY-4", one -> true);
    }

    /** Nothing is read or sent meanwhile, so that what differs stays so. */
    @Test
    @Shows("S12")
    public void bothSidesAreComparedAndRepaired() throws Exception {
        JsonNode theirs = made("DRIFT-1", "");
        JsonNode ours = made("DRIFT-2", "");
        awaitLinked(theirs);
        awaitLinked(ours);
        String first = party("the first", "DRIFT-1", one -> true).path("id").asText();
        String second = party("the second", "DRIFT-2", one -> true).path("id").asText();
        kontor.connection("both", settings("enabled", "false"));
        view.awaitState("STOPPED");
        List<String> before = found(compared());
        tryton.write(PARTY, Long.parseLong(first), Map.of("name", "Drift AG"));
        edit("/customers", ours, "{\"email\":\"drift@ours.example\"}");
        String fresh = String.valueOf(tryton.createOne(PARTY, Map.of("name", "Only there", "code", "DRIFT-3")));
        JsonNode report = compared();
        assertEquals(report.toString(), "COMPLETED", report.path("state").asText());
        List<String> expected = new ArrayList<>(before);
        expected.addAll(
                List.of("DIFFERS customer " + first, "WAITING customer " + second, "MISSING_HERE customer " + fresh));
        assertEquals(new TreeSet<>(expected), new TreeSet<>(found(report)));
        JsonNode field = Await.value("the field", SOON, () -> {
            for (JsonNode one : view.api().all("/reconciliations/" + id(report) + "/drift?kind=differs")) {
                if (one.path("externalId").asText().equals(first)) {
                    return one.path("fields").path(0);
                }
            }
            return null;
        });
        assertEquals(
                "name Drift AG Firma DRIFT-1",
                field.path("field").asText() + " " + field.path("theirs").asText() + " "
                        + field.path("ours").asText());
        Api.Answer repaired = view.api().post("/reconciliations/" + id(report) + "/repairs", "{\"repair\":\"theirs\"}");
        assertEquals(repaired.toString(), 200, repaired.status());
        assertEquals("Drift AG", now(theirs).path("name").asText());
        assertEquals(repaired.toString(), 0, repaired.json().path("left").asInt());
        kontor.connection("both", settings("brake.number", "50"));
        view.awaitState("IDLE");
        party("what waited is sent", "DRIFT-2", one -> mechanism(one, "email")
                .asText()
                .equals("drift@ours.example"));
        Await.until("both sides are equal", SOON, () -> found(compared()).isEmpty());
        try (Ssh ssh = new Ssh(kontor.sshPort)) {
            ShellSession.has(ssh.run("kontor:drift-show both").text(), "COMPLETED", "customer", "Nothing differs");
            String found = "kontor:drift-show --kind differs --report " + id(report) + " both";
            ShellSession.has(ssh.run(found).text(), "Drift AG", "Firma DRIFT-1", "repaired: theirs");
            ShellSession.has(
                    ssh.run("kontor:connection-reconcile --repair theirs both").text(),
                    "COMPLETED",
                    "0 records written here, 0 to be sent");
        }
    }
}
