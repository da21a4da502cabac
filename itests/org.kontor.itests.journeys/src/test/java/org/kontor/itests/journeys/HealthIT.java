/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.Before;
import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Await;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

/** What an administrator's tools read: health, metrics, the log. */
@Shows("X4")
public class HealthIT {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private KontorProcess kontor;
    private Api api;

    @Before
    public void start() throws Exception {
        kontor = Shared.H2.get();
        api = kontor.api();
    }

    @Test
    public void healthIsOpenAndNamesTheParts() throws Exception {
        Api.Answer live = api.anonymous("GET", "/kontor/health/live");
        assertEquals(200, live.status());
        assertEquals("live", live.json().path("status").asText());
        Api.Answer ready = ready(200);
        assertEquals("no-store", ready.header("Cache-Control"));
        Set<String> parts = new TreeSet<>();
        ready.json()
                .path("checks")
                .forEach(check -> parts.add(check.path("part").asText()));
        assertTrue(
                parts.toString(), parts.containsAll(List.of("database", "migration", "core", "rest", "soap", "camel")));
        assertEquals(200, api.anonymous("HEAD", "/kontor/health/ready").status());
        assertEquals(405, api.anonymous("POST", "/kontor/health/ready").status());
        assertEquals(404, api.anonymous("GET", "/kontor/health/nothing").status());
    }

    @Test
    @Shows("S14")
    public void aConnectionWithoutItsConnectorIsMissingAndOneInTroubleIsTold() throws Exception {
        String name = Unique.word("unknown");
        kontor.connection(name, Map.of("connector", "no-such-thing"));
        try {
            JsonNode report = ready(503).json();
            assertEquals("not_ready", report.path("status").asText());
            assertEquals("connection " + name, report.path("missing").path(0).asText());
            assertEquals(200, api.get("/customers?limit=1").status());
            kontor.connection(name, Map.of("connector", "files", "poll", "soon", "folder", "/nowhere"));
            JsonNode told = Await.value("it is told", DEADLINE, () -> {
                for (JsonNode check : ready(200).json().path("checks")) {
                    if (check.path("part").asText().equals("connection " + name)
                            && check.path("state").asText().equals("troubled")) {
                        return check;
                    }
                }
                return null;
            });
            assertFalse(told.toString(), told.toString().contains("/nowhere"));
        } finally {
            kontor.removeConnection(name);
        }
        ready(200);
    }

    /** Waits until it is answered so: a look is up to a second old. */
    private Api.Answer ready(int status) {
        return Await.value("/kontor/health/ready answers " + status, DEADLINE, () -> {
            Api.Answer answer = api.anonymous("GET", "/kontor/health/ready");
            return answer.status() == status ? answer : null;
        });
    }

    @Test
    public void metricsCountWhatWasAskedAndNeedASignIn() throws Exception {
        assertEquals(401, api.anonymous("GET", "/kontor/metrics").status());
        String before = metrics();
        api.get("/customers?limit=1");
        api.get("/customers?limit=nonsense");
        api.get("/no-such-thing-" + Unique.word("x"));
        api.soap(Soap.envelope("<find/>").getBytes());
        api.anonymous("GET", "/kontor/api/v1/customers");
        api.made("/customers", "{\"name\":\"" + Unique.word("Counted") + "\"}");
        String after = metrics();
        for (String series : List.of(
                "kontor_requests_total{door=\"REST\",operation=\"Customers.list\",status=\"200\",}",
                "kontor_requests_total{door=\"REST\",operation=\"Customers.list\",status=\"400\",}",
                "kontor_requests_total{door=\"REST\",operation=\"-\",status=\"404\",}",
                "kontor_requests_total{door=\"REST\",operation=\"-\",status=\"401\",}",
                "kontor_requests_total{door=\"SOAP\",operation=\"find\",status=\"200\",}",
                "kontor_request_seconds_bucket{door=\"REST\",operation=\"Customers.list\",le=\"+Inf\",}")) {
            assertTrue(series + " grows\n" + after, value(after, series) > value(before, series));
        }
        for (String series : List.of(
                "kontor_ready",
                "kontor_pool_connections{state=\"idle\",}",
                "jvm_memory_bytes_used{area=\"heap\",}",
                "process_start_time_seconds")) {
            assertTrue(series + "\n" + after, value(after, series) >= 0);
        }
        // who reads the feed moves it on
        assertEquals(200, api.get("/changes?limit=1").status());
        Await.until(
                "the feed moves on",
                DEADLINE,
                () -> value(metrics(), "kontor_feed_position") > value(before, "kontor_feed_position"));
        // how a connection is called is said by who sets it up
        assertFalse(
                "no label is an id",
                after.lines().filter(line -> !line.contains("connection=\"")).anyMatch(line -> UUID.matcher(line)
                        .find()));
    }

    @Test
    @Shows("S13")
    public void metricsCountTheRunsOfAConnection() throws Exception {
        Folder folder = new Folder(kontor, "metrics").open();
        folder.take(
                "customers.csv",
                "code,name,email\n" + Unique.word("M") + ",Alpha,\n" + Unique.word("M") + ",Beta,bad\n");
        Await.until("a look at the connection", DEADLINE, () -> {
            String metrics = metrics();
            String is = "{connection=\"" + folder.name + "\",";
            return value(metrics, "kontor_runs_total" + is + "state=\"completed\",}") == 1
                    && value(metrics, "kontor_run_items_total" + is + "outcome=\"created\",}") == 1
                    && value(metrics, "kontor_run_items_total" + is + "outcome=\"refused\",}") == 1
                    && value(metrics, "kontor_connection_state" + is + "state=\"idle\",}") == 1;
        });
        kontor.removeConnection(folder.name);
    }

    private String metrics() throws Exception {
        Api.Answer answer = api.whole("/kontor/metrics");
        assertEquals(200, answer.status());
        assertTrue(answer.header("Content-Type"), answer.header("Content-Type").startsWith("text/plain"));
        return answer.text();
    }

    /** -1 when there is no such series. */
    private static double value(String metrics, String series) {
        return metrics.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(-1);
    }

    @Test
    public void linesOfARequestAndOfARunCarryItsId() throws Exception {
        Api.Answer refused =
                api.soap(Soap.envelope("<create><customer/></create>").getBytes());
        String id = refused.header("X-Correlation-Id");
        line("| " + id + " | SOAP call refused");

        Folder folder = new Folder(kontor, "logged").open();
        JsonNode run = folder.take("customers.csv", "no,such,columns\n1,2,3\n");
        assertEquals("FAILED", run.path("state").asText());
        line("| " + run.path("id").asText() + " | File 'customers.csv'");
        kontor.removeConnection(folder.name);
    }

    private void line(String part) {
        Await.until("a line of the log with " + part, DEADLINE, () -> kontor.log()
                .lines()
                .anyMatch(line -> line.contains(part)));
    }
}
