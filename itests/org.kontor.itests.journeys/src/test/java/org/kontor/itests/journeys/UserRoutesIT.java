/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.Before;
import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** Routes that an integration engineer drops into a folder; those of docs/write-a-route.md first of all. */
@Shows("S2")
public class UserRoutesIT {
    private static final String LISTENS =
            """
            <routes>
              <route>
                <from uri="kontor:hook/%s"/>
                <to uri="file:%s?fileName=calls.txt&amp;fileExist=Append&amp;appendChars=%%0A"/>
              </route>
            </routes>
            """;

    private KontorProcess kontor;
    private Api api;
    private RouteFiles routes;
    private String name;
    private Path folder;

    @Before
    public void start() throws Exception {
        kontor = Shared.H2.get();
        api = kontor.api();
        routes = new RouteFiles(kontor);
        name = Unique.word("route");
        folder = kontor.home.resolve("out").resolve(name);
    }

    private static List<JsonNode> lines(Path folder) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    // the last line may just be being written, and a kill may leave out the end of one
                    String text = Files.readString(file);
                    new ObjectMapper()
                            .readerFor(JsonNode.class)
                            .<JsonNode>readValues(text.substring(0, text.lastIndexOf('\n') + 1))
                            .forEachRemaining(lines::add);
                }
            }
        }
        return lines;
    }

    private Api.Answer call(String hook, String type, String body) throws Exception {
        return api.send(api.request("/hooks/" + hook)
                .header("Content-Type", type)
                .header("X-Shop", "7")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    @Test
    public void theFirstExampleWritesCustomersToAFolderInTheNamesOfRest() throws Exception {
        routes.write(name + ".properties", "folder = " + folder + "\nschedule = delay=200ms&from=now\n");
        routes.write(name + ".yaml", RouteFiles.shown("customers-every-night.yaml"));
        JsonNode status = routes.await(name, "IDLE");
        assertEquals("route", status.path("connector").asText());
        JsonNode made = withoutEmptyLists(api.made(
                "/customers",
                "{\"name\":\"Out \\\"1\\\" " + name
                        + "\",\"address\":{\"lines\":[\"Weg 1\"],\"city\":\"Genève\",\"country\":\"CH\"},"
                        + "\"tags\":[\"a\",\"b\"]}"));
        JsonNode site = api.made(
                "/locations",
                "{\"name\":\"No customer\",\"customerId\":\"" + made.path("id").asText() + "\"}");
        JsonNode second = withoutEmptyLists(api.made("/customers", "{\"name\":\"Second " + name + "\"}"));
        List<JsonNode> lines = Await.value("they are written", RouteFiles.DEADLINE, () -> {
            List<JsonNode> there = lines(folder);
            return there.contains(second) ? there : null;
        });
        assertTrue(lines.toString(), lines.contains(made));
        assertFalse(lines.toString(), lines.stream().anyMatch(line -> line.path("id")
                .equals(site.path("id"))));
        routes.remove(name + ".yaml");
        Await.until("it is gone", RouteFiles.DEADLINE, () -> routes.status(name) == null);
    }

    @Test
    @Shows({"S2", "U1"})
    public void theSecondExampleCreatesACustomerForEachCall() throws Exception {
        String text = RouteFiles.shown("shop-customer.xml");
        routes.write(name + ".xml", text.replace("kontor:hook/shop-customer", "kontor:hook/" + name));
        routes.await(name, "IDLE");
        String order = "{\"externalId\":\"" + name + "-4711\",\"name\":\"Muster " + name
                + "\",\"email\":\"info@muster.example\",\"address\":{\"city\":\"Bern\",\"country\":\"CH\"}}";
        Api.Answer answer = call(name, "application/json", order);
        assertEquals(answer.text(), 202, answer.status());
        assertEquals(name, answer.json().path("hook").asText());
        assertEquals(
                answer.header("X-Correlation-Id"),
                answer.json().path("correlation").asText());
        assertEquals(202, call(name, "application/json", order).status());
        List<JsonNode> found = api.all("/customers?q=" + name);
        assertEquals(found.toString(), 1, found.size());
        JsonNode customer =
                api.get("/customers/" + found.get(0).path("id").asText()).json();
        assertEquals("Bern", customer.path("address").path("city").asText());
        assertEquals(
                name,
                customer.path("crossReferences").path(0).path("connection").asText());
        assertEquals(1, customer.path("version").asInt());
        assertEquals(
                "CONNECTION:" + name, customer.path("created").path("through").asText());
        JsonNode run = api.all("/runs?connection=" + name).get(0);
        assertEquals("web shop", run.path("source").asText());

        Api.Answer refused = call(name, "application/json", "{\"externalId\":\"2\",\"name\":\"\"}");
        assertEquals(502, refused.status());
        assertEquals("route_failed", refused.problem());
        String correlation = refused.json().path("correlation").asText();
        assertTrue(correlation, kontor.log().contains(correlation));
        assertFalse(refused.text(), refused.text().contains("Exception"));
        assertEquals(502, call(name, "application/json", "not JSON").status());
        routes.remove(name + ".xml");
        Await.until(
                "nobody listens",
                RouteFiles.DEADLINE,
                () -> call(name, "application/json", order).status() == 404);
    }

    @Test
    @Shows({"S2", "X3"})
    public void whatIsNoProperCallIsRefused() throws Exception {
        routes.write(name + ".xml", LISTENS.formatted(name, folder));
        routes.await(name, "IDLE");
        assertEquals("not_found", call(name + "-other", "text/plain", "x").problem());
        assertEquals(401, api.anonymous("POST", "/kontor/api/v1/hooks/" + name).status());
        assertEquals("unsupported_media_type", call(name, "image/png", "x").problem());
        assertEquals(405, api.get("/hooks/" + name).status());
        assertEquals(
                "body_too_large", call(name, "text/plain", "x".repeat(3 << 20)).problem());
        Api.Answer latin = api.send(api.request("/hooks/" + name)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("café", StandardCharsets.ISO_8859_1)));
        assertEquals("malformed_body", latin.problem());
        Api.Answer long1 = api.send(api.request("/hooks/" + name)
                .header("Content-Type", "text/plain")
                .header("X-Long", "x".repeat(1001))
                .POST(BodyPublishers.ofString("x")));
        assertEquals("invalid_input X-Long too_long", long1.problem());
        assertFalse("none of them came to the route", Files.exists(folder.resolve("calls.txt")));
        assertEquals(202, call(name, "text/plain; charset=utf-8", "café").status());
        assertEquals("café\n", Files.readString(folder.resolve("calls.txt")));
        routes.remove(name + ".xml");
    }

    @Test
    public void aFileComesChangesBreaksAndGoesWithoutTouchingAnother() throws Exception {
        String steady = name + "-steady";
        routes.write(steady + ".xml", LISTENS.formatted(steady, folder));
        JsonNode before = routes.await(steady, "IDLE");

        routes.write(name + ".yaml", "- from:\n    uri: timer:tick\n    steps:\n      - tow: log:tick\n");
        JsonNode broken = routes.await(name, "FAILED");
        assertTrue(broken.toString(), broken.path("message").asText().startsWith(name + ".yaml, line 4, column "));
        routes.write(name + ".yaml", listens(name, folder.resolve("first")));
        routes.await(name, "IDLE");
        assertEquals(202, call(name, "text/plain", "1").status());

        routes.write(name + ".yaml", listens(name, folder.resolve("second")));
        Await.until("the change counts", RouteFiles.DEADLINE, () -> {
            int status = call(name, "text/plain", "2").status();
            assertTrue("status " + status, status == 202 || status == 503);
            return Files.exists(folder.resolve("second/calls.txt"));
        });

        routes.write(name + ".yaml", listens(name, folder.resolve("third")) + "      - to: nothing:there\n");
        String message = routes.await(name, "FAILED").path("message").asText();
        assertTrue(message, message.contains("line 6: ") && message.contains("nothing"));
        assertTrue(message, message.contains("version before goes on"));
        assertEquals(202, call(name, "text/plain", "3").status());
        assertTrue(Files.readString(folder.resolve("second/calls.txt")).endsWith("3\n"));
        routes.write(name + ".yaml", listens(name, folder.resolve("third")));
        routes.await(name, "IDLE");

        routes.write(steady + ".yaml", listens(name + "-rival", folder));
        String rival = routes.await(steady + ".yaml", "FAILED").path("message").asText();
        assertTrue(rival, rival.contains(steady + ".xml"));
        routes.remove(steady + ".yaml");

        try (Ssh ssh = new Ssh(kontor.sshPort)) {
            assertEquals(0, ssh.run("kontor:connection-stop " + name).status());
            routes.await(name, "STOPPED");
            assertEquals("enabled = false\n", routes.read(name + ".properties"));
            assertEquals(0, ssh.run("kontor:connection-start " + name).status());
            routes.await(name, "IDLE");
        }
        routes.remove(name + ".yaml");
        Await.until("it is gone", RouteFiles.DEADLINE, () -> routes.status(name) == null);
        assertEquals(before, routes.status(steady));
        assertEquals(202, call(steady, "text/plain", "x").status());
        routes.remove(steady + ".xml");
    }

    private static String listens(String hook, Path folder) {
        return "- from:\n    uri: kontor:hook/" + hook + "\n    steps:\n      - to:\n          uri: \"file:" + folder
                + "?fileName=calls.txt&fileExist=Append&appendChars=%0A\"\n";
    }

    @Test
    @Shows({"S2", "S3", "S14"})
    public void aKillLosesNoChange() throws Exception {
        try (KontorProcess own = Shared.H2.alone("routes").start()) {
            RouteFiles files = new RouteFiles(own);
            Path out = own.home.resolve("out");
            files.write("nightly.properties", "folder = " + out + "\nschedule = delay=100ms\n");
            files.write("nightly.yaml", RouteFiles.shown("customers-every-night.yaml"));
            files.await("nightly", "IDLE");
            Set<String> made = new TreeSet<>();
            for (int i = 0; i < 300; i++) {
                made.add(own.api()
                        .made("/customers", "{\"name\":\"Killed " + i + "\"}")
                        .path("id")
                        .asText());
            }
            Await.until(
                    "some are written", RouteFiles.DEADLINE, () -> lines(out).size() >= 20);
            own.kill9();
            own.start();
            for (int i = 0; i < 20; i++) {
                String after = "{\"name\":\"After " + i + "\"}";
                // the door may close once more while Karaf still starts
                made.add(Await.value("a customer is made", RouteFiles.DEADLINE, () -> {
                    Api.Answer answer = own.api().post("/customers", after);
                    return answer.status() == 201 ? answer.json().path("id").asText() : null;
                }));
            }
            Await.until("all are written", RouteFiles.DEADLINE, () -> ids(lines(out))
                    .containsAll(made));
            int twice = lines(out).size() - made.size();
            assertTrue("only what was under way comes twice: " + twice, twice <= 20);
        }
    }

    private static JsonNode withoutEmptyLists(JsonNode record) {
        return ((ObjectNode) record)
                .retain(record.properties().stream()
                        .filter(one ->
                                !(one.getValue().isArray() && one.getValue().isEmpty()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static Set<String> ids(List<JsonNode> lines) {
        Set<String> ids = new TreeSet<>();
        lines.forEach(line -> ids.add(line.path("id").asText()));
        return ids;
    }
}
