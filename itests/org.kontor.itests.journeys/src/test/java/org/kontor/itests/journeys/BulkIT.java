/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.kontor.testing.Needed;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** Many records by NDJSON, as clients send them: line by line, from a file, reading early or late, and again after a kill. */
@Shows({"C11", "V1", "X3"})
public class BulkIT {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String NDJSON = "application/x-ndjson";

    private static KontorProcess kontor;

    @BeforeClass
    public static void start() throws Exception {
        kontor = Shared.H2.alone("bulk").start();
    }

    @AfterClass
    public static void stop() throws Exception {
        kontor.close();
    }

    private static Api.Answer send(String path, String lines, String... headers) throws Exception {
        var request = kontor.api().request(path).header("Content-Type", NDJSON).POST(BodyPublishers.ofString(lines));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return kontor.api().send(request);
    }

    private static List<JsonNode> lines(String text) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text.split("\n")) {
            lines.add(MAPPER.readTree(line));
        }
        return lines;
    }

    /** Outcome or error of every row, and the summary's counts that are not 0. */
    private static List<String> told(List<JsonNode> lines) {
        return lines.stream()
                .map(line -> line.has("summary")
                        ? line.get("summary").properties().stream()
                                .filter(count -> count.getValue().asInt() > 0)
                                .map(Object::toString)
                                .toList()
                                .toString()
                        : line.path("row").asText() + " "
                                + line.path("error").asText(line.path("outcome").asText()))
                .toList();
    }

    @Test
    public void everyLineIsAnsweredAndABadOneStopsNothing() throws Exception {
        String own = Unique.word("Bulk");
        Api.Answer answer = send(
                "/customers:bulk",
                String.join(
                        "\n",
                        "{\"code\":\"" + own + "\",\"name\":\"" + own + "\",\"address\":{\"country\":\"CH\"}}",
                        "",
                        "{\"name\":",
                        "[]",
                        "{\"name\":\"x\",\"nmae\":\"x\"}",
                        "{\"name\":\"x\",\"action\":\"delete\"}",
                        "{\"name\":\"" + "x".repeat(70_000) + "\"}",
                        "{\"name\":\"x\",\"email\":\"x\"}",
                        "{\"record\":\"location\",\"name\":\"Site\",\"type\":\"OFFICE\",\"customer\":{\"code\":\"" + own
                                + "\"},\"reference\":{\"connection\":\"erp\",\"externalId\":\"" + own + "\"}}",
                        "{\"action\":\"update\",\"code\":\"" + own + "\",\"version\":9,\"name\":\"y\"}",
                        "{\"action\":\"archive\",\"code\":\"" + own + "\"}"));
        assertEquals(200, answer.status());
        assertEquals(NDJSON, answer.header("Content-Type"));
        List<JsonNode> lines = lines(answer.text());
        assertEquals(
                List.of(
                        "1 CREATED",
                        "3 malformed_body",
                        "4 malformed_body",
                        "5 invalid_input",
                        "6 invalid_input",
                        "7 body_too_large",
                        "8 invalid_input",
                        "9 CREATED",
                        "10 stale_version",
                        "11 ARCHIVED",
                        "[rows=10, created=2, archived=1, refused=7]"),
                told(lines));
        assertEquals("unknown_field", lines.get(3).at("/violations/0/rule").asText());
        assertEquals("location", lines.get(7).path("record").asText());
        JsonNode customer = kontor.api()
                .get("/customers/" + lines.get(0).path("id").asText())
                .json();
        assertEquals("CH", customer.at("/address/country").asText());
        assertEquals(2, customer.path("version").asInt());
        assertTrue(customer.path("archived").asBoolean());
    }

    @Test
    public void whatIsRefusedAsAWholeIsAProblem() throws Exception {
        assertEquals(
                "unsupported_media_type",
                kontor.api().post("/customers:bulk", "{}").problem());
        assertEquals(
                "invalid_input Idempotency-Key malformed_key",
                send("/customers:bulk", "{}", "Idempotency-Key", "a b").problem());
        assertEquals(List.of("[]"), told(lines(send("/locations:bulk", "\n\n").text())));
        String key = Unique.word("key");
        send("/customers:bulk", "{\"name\":\"Keyed\"}", "Idempotency-Key", key);
        Api.Answer conflict = send("/customers:bulk", "{\"name\":\"Other\"}", "Idempotency-Key", key);
        assertEquals(422, conflict.status());
        assertEquals("idempotency_conflict", conflict.problem());
    }

    @Test
    public void aRowIsAnsweredWhileTheClientStillSends() throws Exception {
        String own = Unique.word("Slow");
        try (LineByLine client = new LineByLine(kontor.port, kontor.api().basic(), "/customers:bulk")) {
            for (int i = 1; i <= 3; i++) {
                client.send("{\"name\":\"" + own + " " + i + "\"}\n");
                assertEquals(i + " CREATED", told(lines(client.next())).get(0));
            }
            client.end();
            assertEquals("[rows=3, created=3]", told(lines(client.next())).get(0));
            assertNull(client.next());
        }
    }

    /** More results than all buffers between server and client hold, and nobody takes them. */
    @Test
    public void aClientThatReadsNothingBeforeItHasSentAllIsAnswered() throws Exception {
        int rows = 100_000;
        try (LineByLine client = new LineByLine(kontor.port, kontor.api().basic(), "/customers:bulk")) {
            for (int i = 0; i < rows / 1000; i++) {
                client.send("x\n".repeat(1000));
            }
            client.end();
            for (int i = 1; i <= rows; i++) {
                String line = client.next();
                assertTrue(i + ": " + line, line != null && line.startsWith("{\"row\":" + i + ","));
            }
            assertEquals(
                    "[rows=" + rows + ", refused=" + rows + "]",
                    told(lines(client.next())).get(0));
        }
    }

    /** With 512 MB of heap; the second time by curl, as people do it. */
    @Test
    public void aLongFileOfCustomersAndLocationsIsTakenInAndTheSameAgainWritesNothing() throws Exception {
        int customers = 10_000;
        String own = Unique.word("file");
        Path file = kontor.home.resolve(own + ".ndjson");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < customers; i++) {
                String reference = "{\"connection\":\"" + own + "\",\"externalId\":\"" + i + "\"}";
                out.write("{\"reference\":" + reference + ",\"name\":\"Customer " + own + " " + i
                        + "\",\"address\":{\"city\":\"Bern\",\"country\":\"CH\"}}\n");
                out.write("{\"record\":\"location\",\"reference\":" + reference + ",\"name\":\"Site " + i
                        + "\",\"customer\":{\"reference\":" + reference + "}}\n");
            }
        }
        Api.Answer first = kontor.api()
                .send(kontor.api()
                        .request("/customers:bulk")
                        .header("Content-Type", NDJSON)
                        .POST(BodyPublishers.ofFile(file)));
        String[] lines = first.text().split("\n");
        assertEquals(2 * customers + 1, lines.length);
        assertEquals(
                "[rows=20000, created=20000]",
                told(lines(lines[lines.length - 1])).get(0));

        Needed.on("curl", "curl", "--version");
        Path answer = kontor.home.resolve(own + ".answer");
        Process curl = new ProcessBuilder(
                        "curl",
                        "-sS",
                        "--max-time",
                        "120",
                        "-H",
                        "Authorization: " + kontor.api().basic(),
                        "-H",
                        "Content-Type: " + NDJSON,
                        "--data-binary",
                        "@" + file,
                        "-o",
                        answer.toString(),
                        "http://127.0.0.1:" + kontor.port + "/kontor/api/v1/customers:bulk")
                .inheritIO()
                .start();
        assertTrue(curl.waitFor(150, TimeUnit.SECONDS));
        assertEquals(0, curl.exitValue());
        List<String> again = Files.readAllLines(answer, StandardCharsets.UTF_8);
        assertEquals(2 * customers + 1, again.size());
        assertEquals(
                "[rows=20000, unchanged=20000]",
                told(lines(again.get(2 * customers))).get(0));
    }

    /** Records without any key of their own: only the Idempotency-Key keeps the second try from making twins. */
    @Test
    @Shows({"C11", "V1", "X5"})
    public void aBulkThatAKillCutOffIsSentAgainWithoutTwins() throws Exception {
        int rows = 4000;
        String own = Unique.word("Killed");
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            body.append("{\"name\":\"").append(own).append(' ').append(i).append("\"}\n");
        }
        String header = "Idempotency-Key: " + own + "\r\n";
        String firstTold;
        try (LineByLine client = new LineByLine(kontor.port, kontor.api().basic(), "/customers:bulk", header)) {
            client.send(body.toString());
            client.end();
            firstTold = client.next();
            kontor.kill9();
        }
        kontor.start();

        List<JsonNode> lines = lines(
                send("/customers:bulk", body.toString(), "Idempotency-Key", own).text());
        assertEquals("[rows=4000, created=4000]", told(lines).get(rows));
        assertEquals("what was told stays", MAPPER.readTree(firstTold), lines.get(0));
        Set<String> names = new HashSet<>();
        List<JsonNode> there = kontor.api().all("/customers?q=" + own);
        there.forEach(one -> names.add(one.path("name").asText()));
        assertEquals(rows, there.size());
        assertEquals(rows, names.size());
    }
}
