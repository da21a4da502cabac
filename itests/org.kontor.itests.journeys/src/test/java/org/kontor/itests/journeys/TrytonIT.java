/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** Parties of a real Tryton as customers and locations: what is made, changed, refused and late there, and Tryton away. */
@Shows({"S3", "S7", "S10", "S14", "C5"})
public class TrytonIT {
    private static final String DATABASE = "erp";
    private static final int SEEDED = 60;
    private static final String PARTY = "party.party";
    private static final String ADDRESS = "party.address";

    private static TrytonSystem system;
    private static TrytonClient tryton;
    private static KontorProcess kontor;
    private static TrytonView view;
    private static long complete;
    private static long archived;

    @BeforeClass
    public static void theFirstRun() throws Exception {
        system = TrytonSystem.get();
        tryton = new TrytonClient(system.fresh(DATABASE), TrytonSystem.PASSWORD);
        system.seed(DATABASE, SEEDED);
        complete = tryton.createOne(PARTY, completeParty());
        archived = tryton.createOne(PARTY, Map.of("name", "Closed", "code", "CLOSED", "active", false));
        kontor = new KontorProcess("tryton").start();
        view = new TrytonView(kontor.api(), "erp");
        kontor.connection("erp", TrytonView.settings(tryton.url));
        view.completedRun("the first run", Duration.ofSeconds(120), view::runs, run -> source(run)
                .equals("full"));
    }

    @AfterClass
    public static void stop() throws Exception {
        if (kontor != null) {
            kontor.close();
        }
    }

    private static Map<String, Object> completeParty() throws Exception {
        long switzerland = tryton.country("CH");
        long zurich = tryton.searchRead("country.subdivision", List.of(List.of("code", "=", "CH-ZH")), List.of("code"))
                .get(0)
                .path("id")
                .asLong();
        long german = tryton.searchRead("ir.lang", List.of(List.of("code", "=", "de")), List.of("code"))
                .get(0)
                .path("id")
                .asLong();
        return Map.of(
                "name",
                "Vollständig & Söhne AG",
                "code",
                "FULL-1",
                "lang",
                german,
                "addresses",
                created(
                        Map.of(
                                "street",
                                "Bahnhofstrasse 1\nHinterhaus",
                                "postal_code",
                                "8001",
                                "city",
                                "Zürich",
                                "country",
                                switzerland,
                                "subdivision",
                                zurich,
                                "sequence",
                                1),
                        Map.of("name", "Lager Süd", "street", "Gleis 9", "city", "Bern", "sequence", 2)),
                "contact_mechanisms",
                created(
                        Map.of("type", "phone", "value", "+41 44 123 45 67", "sequence", 2),
                        Map.of("type", "email", "value", "office@full.example", "sequence", 1),
                        Map.of("type", "email", "value", "second@full.example", "sequence", 3),
                        Map.of("type", "website", "value", "https://full.example", "sequence", 4)),
                "identifiers",
                created(Map.of("type", "ch_vat", "code", "CHE-107.787.577 IVA")));
    }

    /** Rows that are made together with the row that they belong to. */
    @SafeVarargs
    private static List<?> created(Map<String, ?>... rows) {
        return List.of(List.of("create", List.of(rows)));
    }

    private static Map<String, Object> party(String code) {
        return Map.of(
                "name",
                "Party " + code,
                "code",
                code,
                "addresses",
                created(Map.of("street", "Weg 1", "city", "Bern")),
                "contact_mechanisms",
                created(Map.of("type", "email", "value", "a@example.com")));
    }

    private static long addressOf(long party) throws Exception {
        return tryton.searchRead(ADDRESS, List.of(List.of("party", "=", party)), List.of("city"))
                .get(0)
                .path("id")
                .asLong();
    }

    private static String source(JsonNode run) {
        return run.path("source").asText();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Set<Long> ids(List<JsonNode> rows) {
        Set<Long> ids = new TreeSet<>();
        rows.forEach(row -> ids.add(row.path("id").asLong()));
        return ids;
    }

    @Test
    public void aPartyHasAllItsFieldsHere() throws Exception {
        JsonNode customer = view.all("/customers").get(complete);
        assertEquals("FULL-1", customer.path("code").asText());
        assertEquals("Vollständig & Söhne AG", customer.path("name").asText());
        assertEquals(
                tryton.searchRead("party.identifier", List.of(List.of("party", "=", complete)), List.of("code"))
                        .get(0)
                        .path("code")
                        .asText(),
                customer.path("taxId").asText());
        assertTrue(customer.path("taxId").asText().contains("107"));
        assertEquals("office@full.example", customer.path("email").asText());
        assertEquals("+41 44 123 45 67", customer.path("phone").asText());
        assertEquals("https://full.example", customer.path("webAddress").asText());
        assertEquals("de", customer.path("language").asText());
        assertFalse(customer.path("archived").asBoolean());
        assertEquals("erp", customer.path("created").path("by").asText());
        JsonNode address = customer.path("address");
        assertEquals(List.of("Bahnhofstrasse 1", "Hinterhaus"), texts(address.path("lines")));
        assertEquals("8001", address.path("postalCode").asText());
        assertEquals("Zürich", address.path("city").asText());
        assertEquals("CH-ZH", address.path("region").asText());
        assertEquals("CH", address.path("country").asText());

        List<JsonNode> locations =
                view.api().all("/locations?customer=" + customer.path("id").asText() + "&sort=name");
        assertEquals(2, locations.size());
        assertEquals("Bahnhofstrasse 1", locations.get(0).path("name").asText());
        assertEquals(address, locations.get(0).path("address"));
        assertEquals("Lager Süd", locations.get(1).path("name").asText());
        assertEquals("Bern", locations.get(1).path("address").path("city").asText());

        assertTrue(view.all("/customers").get(archived).path("archived").asBoolean());
    }

    @Test
    public void everyPartyAndEveryAddressIsHereOnce() throws Exception {
        List<JsonNode> parties =
                tryton.searchRead(PARTY, List.of(List.of("code", "like", "T-_____")), List.of("code", "name"));
        assertEquals(SEEDED, parties.size());
        Map<Long, JsonNode> customers = view.all("/customers");
        Map<Long, JsonNode> locations = view.all("/locations");
        for (JsonNode party : parties) {
            JsonNode customer = customers.get(party.path("id").asLong());
            assertEquals(party.path("code").asText(), customer.path("code").asText());
            List<JsonNode> addresses = tryton.searchRead(
                    ADDRESS,
                    List.of(List.of("party", "=", party.path("id").asLong())),
                    List.of("street", "postal_code", "city", "country.code", "subdivision.code"));
            assertFalse(addresses.isEmpty());
            for (JsonNode address : addresses) {
                JsonNode location = locations.get(address.path("id").asLong());
                assertEquals(customer.path("id"), location.path("customerId"));
                JsonNode here = location.path("address");
                assertEquals(address.path("street").asText().lines().toList(), texts(here.path("lines")));
                assertEquals(
                        address.path("postal_code").asText(),
                        here.path("postalCode").asText());
                assertEquals(address.path("city").asText(), here.path("city").asText());
                assertEquals(
                        address.path("country.").path("code").asText(),
                        here.path("country").asText());
                assertEquals(
                        address.path("subdivision.").path("code").asText(),
                        here.path("region").asText());
            }
            String mail = "office@party-" + party.path("code").asText().substring(2) + ".example";
            assertEquals(mail, customer.path("email").asText());
        }
    }

    @Test
    public void aPartyThatChangesChangesHere() throws Exception {
        long id = tryton.createOne(PARTY, party("CHANGE"));
        JsonNode before = view.customer("the new party", id, customer -> true);
        tryton.write(PARTY, id, Map.of("name", "Changed there"));
        JsonNode after = view.customer(
                "the change", id, customer -> customer.path("name").asText().equals("Changed there"));
        assertEquals(before.path("id"), after.path("id"));
        assertEquals(before.path("version").asLong() + 1, after.path("version").asLong());
        JsonNode entry = view.api()
                .get("/customers/" + after.path("id").asText() + "/audit")
                .json()
                .path("items")
                .path(0);
        assertEquals("UPDATE", entry.path("action").asText());
        assertEquals("CONNECTION:erp", entry.path("source").asText());
    }

    @Test
    public void anAddressThatChangesAloneChangesHere() throws Exception {
        long id = tryton.createOne(PARTY, party("MOVES"));
        long address = addressOf(id);
        view.location("the new address", address, location -> true);
        tryton.write(ADDRESS, address, Map.of("city", "Thun"));
        view.location(
                "the change of the address",
                address,
                location -> location.path("address").path("city").asText().equals("Thun"));
        view.customer(
                "the customer's address",
                id,
                customer -> customer.path("address").path("city").asText().equals("Thun"));
    }

    @Test
    public void archivingGoesBothWays() throws Exception {
        long id = tryton.createOne(PARTY, party("SLEEPS"));
        long address = addressOf(id);
        JsonNode made = view.customer("the new party", id, customer -> true);
        tryton.write(PARTY, id, Map.of("active", false));
        view.customer("archived", id, customer -> customer.path("archived").asBoolean());
        view.location("archived", address, location -> location.path("archived").asBoolean());
        tryton.write(PARTY, id, Map.of("active", true));
        JsonNode back = view.customer(
                "un-archived", id, customer -> !customer.path("archived").asBoolean());
        view.location(
                "un-archived", address, location -> !location.path("archived").asBoolean());
        assertEquals(made.path("id"), back.path("id"));
        assertEquals(made.path("version").asLong() + 2, back.path("version").asLong());
    }

    /** The 400 are held up, by a lock, after their transaction has begun and before it commits. */
    @Test
    public void aBatchThatCommitsLateIsNotLost() throws Exception {
        int size = 400;
        long country = tryton.country("SE");
        List<Map<String, Object>> batch = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            batch.add(Map.of(
                    "name",
                    "Late " + i,
                    "code",
                    "LATE-" + i,
                    "addresses",
                    created(Map.of("street", "Gata " + i, "country", country))));
        }
        CompletableFuture<List<Long>> late;
        try (Connection tables = system.tables(DATABASE);
                Connection watcher = system.tables(DATABASE);
                Statement statement = tables.createStatement()) {
            tables.setAutoCommit(false);
            statement.execute("select id from country_country where id = " + country + " for update");
            late = CompletableFuture.supplyAsync(() -> {
                try {
                    return tryton.create(PARTY, batch);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            Await.until("the batch waits for the lock", Duration.ofSeconds(60), () -> isHeldUp(watcher));

            long single = tryton.createOne(PARTY, party("SINGLE"));
            view.customer("the single one", single, customer -> true);
            long after = tryton.createOne(PARTY, party("AFTER"));
            view.customer("one more, read after the single one", after, customer -> true);
            assertFalse("the batch is not committed yet", late.isDone());
            tables.rollback();
        }
        List<Long> ids = late.get(120, TimeUnit.SECONDS);
        assertEquals(size, ids.size());
        Await.until("all of the batch", Duration.ofSeconds(90), () -> view.all("/customers")
                .keySet()
                .containsAll(ids));
        Set<Long> addresses = ids(tryton.searchRead(ADDRESS, List.of(List.of("party", "in", ids)), List.of("id")));
        assertEquals(size, addresses.size());
        Await.until("all their addresses", Duration.ofSeconds(60), () -> view.all("/locations")
                .keySet()
                .containsAll(addresses));
    }

    private static boolean isHeldUp(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")) {
            return found.next() && found.getInt(1) > 0;
        }
    }

    @Test
    public void aSecondFullReadingOfTheSameWritesNothing() throws Exception {
        view.awaitState("IDLE");
        Map<Long, JsonNode> customers = view.all("/customers");
        Map<Long, JsonNode> locations = view.all("/locations");
        List<JsonNode> audits = audits(customers);
        Set<String> before = view.runIds();

        kontor.connection("erp", TrytonView.settings(tryton.url, "sweep", "1m"));
        JsonNode run = view.completedRun(
                "a full reading",
                Duration.ofSeconds(150),
                view::runs,
                candidate -> source(candidate).equals("full")
                        && !before.contains(candidate.path("id").asText()));
        kontor.connection("erp", TrytonView.settings(tryton.url));

        assertEquals(customers.size() + locations.size(), run.path("read").asInt());
        assertEquals(run.path("read"), run.path("unchanged"));
        assertEquals(customers, view.all("/customers"));
        assertEquals(locations, view.all("/locations"));
        assertEquals(audits, audits(customers));
    }

    @Test
    @Shows({"S3", "S13"})
    public void recordsATimeAndEverythingAreReadOnceMore() throws Exception {
        long id = tryton.createOne(PARTY, party("AGAIN"));
        view.customer("the new party", id, customer -> true);
        view.awaitState("IDLE");
        JsonNode run = again("records", "{\"records\":[\"" + id + "\"]}");
        assertEquals(run.toString(), run.path("read"), run.path("unchanged"));
        assertEquals(1, run.at("/progress/total").asInt());

        run = again("range", "{\"changedFrom\":\"2000-01-01T00:00:00Z\",\"changedTo\":\"2100-01-01T00:00:00Z\"}");
        assertTrue(run.toString(), run.path("read").asInt() > 1);
        assertEquals(run.toString(), 0, run.path("created").asInt());

        run = again("full", "{\"full\":true}");
        assertEquals(run.toString(), run.at("/progress/total"), run.at("/progress/done"));
        assertEquals(run.toString(), 0, run.path("created").asInt());
        assertEquals(
                400,
                view.api()
                        .post("/connections/erp/sync", "{\"records\":[\"seven\"]}")
                        .status());
    }

    private static JsonNode again(String source, String order) throws Exception {
        Set<String> before = view.runIds();
        Api.Answer answer = view.api().post("/connections/erp/sync", order);
        assertEquals(answer.text(), 200, answer.status());
        return view.completedRun(
                "a run of " + source,
                Duration.ofSeconds(150),
                view::runs,
                candidate -> source(candidate).equals(source)
                        && !before.contains(candidate.path("id").asText()));
    }

    private static List<JsonNode> audits(Map<Long, JsonNode> customers) throws Exception {
        List<JsonNode> audits = new ArrayList<>();
        for (JsonNode customer : customers.values().stream().limit(50).toList()) {
            audits.add(view.api()
                    .get("/customers/" + customer.path("id").asText() + "/audit")
                    .json());
        }
        return audits;
    }

    @Test
    public void whatOurRulesRefuseIsListedAndStopsNothing() throws Exception {
        long nowhere = tryton.createOne("country.country", Map.of("code", "XX", "name", "Nowhere"));
        long switzerland = tryton.country("CH");
        List<Long> ids = tryton.create(
                PARTY,
                List.of(
                        Map.of(
                                "name",
                                "Bad country",
                                "code",
                                "BAD-1",
                                "addresses",
                                created(Map.of("street", "Nowhere 1", "country", nowhere))),
                        Map.of("code", "BAD-2", "addresses", created(Map.of("street", "Weg 2"))),
                        Map.of(
                                "name",
                                "Bad mail",
                                "code",
                                "BAD-3",
                                "contact_mechanisms",
                                created(Map.of("type", "email", "value", "not an address"))),
                        party("GOOD")));
        view.customer("the good one", ids.get(3), customer -> true);
        long address = addressOf(ids.get(0));
        long nameless = addressOf(ids.get(1));
        assertEquals("address.country unknown_country", refusal("customer", ids.get(0)));
        assertEquals("name required", refusal("customer", ids.get(1)));
        assertEquals("email malformed_email", refusal("customer", ids.get(2)));
        assertEquals("customerId unknown_reference", refusal("location", nameless));
        Map<Long, JsonNode> here = view.all("/customers");
        ids.subList(0, 3).forEach(id -> assertFalse(here.containsKey(id)));
        assertEquals("IDLE", view.awaitState("IDLE").path("state").asText());

        tryton.write(ADDRESS, address, Map.of("country", switzerland));
        tryton.write(PARTY, ids.get(1), Map.of("name", "Named now"));
        long mail = tryton.searchRead(
                        "party.contact_mechanism", List.of(List.of("party", "=", ids.get(2))), List.of("value"))
                .get(0)
                .path("id")
                .asLong();
        tryton.write("party.contact_mechanism", mail, Map.of("value", "now@example.com"));
        view.customer(
                "mended country",
                ids.get(0),
                customer -> customer.path("address").path("country").asText().equals("CH"));
        view.location("its address", address, location -> true);
        view.customer("mended name", ids.get(1), customer -> customer.path("name")
                .asText()
                .equals("Named now"));
        view.location("its address", nameless, location -> true);
        view.customer("mended e-mail", ids.get(2), customer -> customer.path("email")
                .asText()
                .equals("now@example.com"));
    }

    /** Field and rule of the newest refusal of a record; it has a reason in words, too. */
    private static String refusal(String type, long id) {
        return Await.value("refusal of " + type + " " + id, Duration.ofSeconds(60), () -> {
            for (JsonNode run : view.runs()) {
                for (JsonNode item : view.api().all("/runs/" + run.path("id").asText() + "/items?outcome=refused")) {
                    if (item.path("type").asText().equals(type)
                            && item.path("externalId").asText().equals(String.valueOf(id))) {
                        assertFalse(
                                item.toString(), item.path("message").asText().isBlank());
                        JsonNode violation = item.path("violations").path(0);
                        return violation.path("field").asText() + " "
                                + violation.path("rule").asText();
                    }
                }
            }
            return null;
        });
    }

    @Test
    public void anEditShowsBySoapWithinAMinute() throws Exception {
        long id = tryton.createOne(PARTY, party("SOAP"));
        tryton.write(PARTY, id, Map.of("name", "Edited in Tryton, seen by SOAP"));
        byte[] find = ("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\""
                        + " xmlns:k=\"urn:kontor:customers:v1\"><s:Body><k:find><k:text>Edited seen SOAP</k:text>"
                        + "</k:find></s:Body></s:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
        Await.until("the edit by SOAP", Duration.ofSeconds(60), () -> {
            Api.Answer answer = view.api().soap(find);
            assertEquals(answer.text(), 200, answer.status());
            return answer.text().contains("Edited in Tryton, seen by SOAP");
        });
    }

    @Test
    @Shows({"S4", "S16"})
    public void anAdministratorMapsAnotherFieldWithoutCodeOrRestart() throws Exception {
        Path folder = Files.createDirectories(kontor.karaf.resolve("etc/kontor/mappings"));
        Path file = folder.resolve("erp-customer.yaml");
        long switzerland = tryton.country("CH");
        try (Ssh ssh = new Ssh(kontor.sshPort)) {
            assertEquals("GOOD shipped", mapping(ssh, "customer"));
            assertEquals("GOOD shipped", mapping(ssh, "location"));
            String shipped = ssh.run("kontor:mapping-show erp customer").text();
            assertTrue(shipped, shipped.contains("contact_mechanisms"));

            put(
                    file,
                    shipped.replace("fields:", "fields:\n  tags: {in: \"[addresses.country.name, replaced_by.id]\"}"));
            Await.until("the file counts", SOON, () -> mapping(ssh, "customer").equals("GOOD own"));
            long id = tryton.createOne(
                    PARTY,
                    Map.of(
                            "name",
                            "Mapped by file",
                            "code",
                            "BY-FILE",
                            "addresses",
                            created(Map.of("street", "Weg 1", "country", switzerland))));
            JsonNode made = view.customer("the new party", id, customer -> true);
            assertEquals(List.of("Switzerland"), texts(made.path("tags")));
            assertEquals("CH", made.path("address").path("country").asText());

            put(file, shipped.replace("fields:", "fields:\n  tags: {in: addresses.planet}"));
            Await.until(
                    "the file is broken", SOON, () -> mapping(ssh, "customer").equals("BROKEN own"));
            String listed = ssh.run("kontor:mapping-list").text();
            assertTrue(listed, listed.contains(": fields.tags.in: The other system has no field addresses.planet."));
            Await.until(
                    "the connection says so",
                    SOON,
                    () -> view.status().path("message").asText().contains("erp-customer.yaml:"));
            tryton.write(PARTY, id, Map.of("name", "Goes on"));
            view.customer(
                    "the last good one counts",
                    id,
                    customer -> customer.path("name").asText().equals("Goes on")
                            && texts(customer.path("tags")).equals(List.of("Switzerland")));

            put(
                    file,
                    "type: customer\nid: id\nfields:\n  name: {in: \"$lookup('country', code).name\"}\n  code: code\n");
            Await.until("the file counts", SOON, () -> mapping(ssh, "customer").equals("GOOD own"));
            long unknown = tryton.createOne(PARTY, Map.of("name", "No country", "code", "QQ"));
            assertEquals("name lookup_unknown", refusal("customer", unknown));
            tryton.country("QQ");
            tryton.write(PARTY, unknown, Map.of("name", "There is one by now"));
            view.customer("looked up", unknown, customer -> customer.path("name")
                    .asText()
                    .equals("Country QQ"));

            Files.delete(file);
            Await.until("the shipped one counts", SOON, () -> mapping(ssh, "customer")
                    .equals("GOOD shipped"));
            tryton.write(PARTY, unknown, Map.of("name", "By the shipped one"));
            view.customer("named by itself again", unknown, customer -> customer.path("name")
                    .asText()
                    .equals("By the shipped one"));
            view.customer("never mapped, never touched", id, customer -> texts(customer.path("tags"))
                    .equals(List.of("Switzerland")));
            assertEquals(
                    1,
                    kontor.log()
                            .lines()
                            .filter(line -> line.contains("addresses.planet"))
                            .count());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static final Duration SOON = Duration.ofSeconds(60);

    private static void put(Path file, String text) throws Exception {
        Path fresh = Files.writeString(file.resolveSibling("new"), text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String mapping(Ssh ssh, String type) throws Exception {
        for (JsonNode one : ssh.run("kontor:mapping-list --json").json().path("items")) {
            if (one.path("connection").asText().equals("erp")
                    && one.path("type").asText().equals(type)) {
                return one.path("state").asText() + (one.path("shipped").asBoolean() ? " shipped" : " own");
            }
        }
        return "none";
    }

    @Test
    public void whileTrytonIsAwayTheConnectionWaitsAndThenGoesOn() throws Exception {
        long id = tryton.createOne(PARTY, party("AWAY"));
        view.customer("the new party", id, customer -> true);
        view.awaitState("IDLE");
        int mark = kontor.log().length();
        tryton.write(PARTY, id, Map.of("name", "Written last"));
        system.pause();
        JsonNode status = view.awaitState("WAITING");
        assertTrue(status.toString(), status.path("message").asText().contains(tryton.url));
        assertTrue(status.toString(), status.path("message").asText().contains("; the next try is at "));
        assertEquals(200, view.api().get("/customers?limit=1").status());

        system.resume();
        long other = tryton.createOne(PARTY, party("BACK"));
        view.customer("what was written last", id, customer -> customer.path("name")
                .asText()
                .equals("Written last"));
        view.customer("what was made since", other, customer -> true);
        assertTrue(view.awaitState("IDLE").path("message").isMissingNode());

        List<String> lines = kontor.log()
                .substring(mark)
                .lines()
                .filter(line -> line.contains("'erp'") || line.contains("WARN") || line.contains("ERROR"))
                .toList();
        assertEquals(String.join("\n", lines), 2, lines.size());
        assertTrue(lines.get(0), lines.get(0).contains("WARN") && lines.get(0).contains("Connection 'erp' is WAITING"));
        assertTrue(lines.get(1), lines.get(1).contains("INFO") && lines.get(1).contains("'erp' is well again"));
    }

    @Test
    public void aWrongPasswordIsSaidAndNeverShown() throws Exception {
        String secret = "mistaken-secret-4711";
        TrytonView wrong = new TrytonView(view.api(), "wrong");
        kontor.connection("wrong", TrytonView.settings(tryton.url, "password", secret));
        JsonNode status = wrong.awaitState("WAITING");
        String message = status.path("message").asText();
        assertTrue(
                message, message.contains("refused to sign in 'admin'") && message.contains("check user and password"));
        String shown = view.api().get("/connections").text();
        kontor.removeConnection("wrong");
        Await.until("the connection is gone", Duration.ofSeconds(60), () -> wrong.status()
                .isMissingNode());
        String log = kontor.log();
        for (String password : List.of(secret, TrytonSystem.PASSWORD)) {
            assertFalse(shown.contains(password));
            assertFalse(log.contains(password));
        }
        assertEquals(
                1,
                log.lines()
                        .filter(line -> line.contains("WARN") && line.contains("'wrong'"))
                        .count());
        assertTrue(wrong.runs().isEmpty());
    }

    @Test
    @Shows("S16")
    public void aCheckTriesEveryStepToTheFirstParty() throws Exception {
        try (Ssh ssh = new Ssh(kontor.sshPort)) {
            String said = ssh.run("kontor:connection-check erp").text();
            for (String step : List.of(
                    "ok       connect 127.0.0.1:",
                    "ok       version: Tryton ",
                    "ok       sign in: as 'admin'",
                    "ok       read party.party: readable",
                    "ok       mapping files",
                    "becomes a customer with",
                    "nothing was stored",
                    "All steps are well.")) {
                assertTrue("'" + step + "' in\n" + said, said.contains(step));
            }
            String secret = "mistaken-secret-4712";
            kontor.connection("badly", TrytonView.settings(tryton.url, "password", secret, "enabled", "false"));
            new TrytonView(view.api(), "badly").awaitState("STOPPED");
            Ssh.Said failed = ssh.run("kontor:connection-check badly");
            kontor.removeConnection("badly");
            assertEquals(1, failed.status());
            assertTrue(failed.text(), failed.text().contains("FAILED   sign in: Tryton at"));
            assertTrue(failed.text(), failed.text().contains("skipped  first party"));
            assertFalse(failed.text(), failed.text().contains(secret));
        }
    }

    @Test
    @Shows("S16")
    public void aTraceShowsTheCallsWithoutTheSession() throws Exception {
        try (Ssh ssh = new Ssh(kontor.sshPort)) {
            CompletableFuture<String> traced = CompletableFuture.supplyAsync(() -> {
                try {
                    return ssh.run("kontor:connection-trace --body 4000 erp 8s").text();
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            // one that signs in anew
            kontor.connection("erp", TrytonView.settings(tryton.url, "page", "199"));
            String text = traced.get(60, TimeUnit.SECONDS);
            kontor.connection("erp", TrytonView.settings(tryton.url));
            view.awaitState("IDLE");
            for (String part : List.of(
                    "model.party.party.search_read", "common.db.login", "[tryton-call]", "(secret)", "sent ", " B")) {
                assertTrue("'" + part + "' in\n" + text, text.contains(part));
            }
            assertFalse(text, text.contains(TrytonSystem.PASSWORD));
            assertFalse(text, text.contains("Session "));
        }
    }
}
