/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

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

/** An acknowledged write survives a kill -9 of Karaf; one that was not acknowledged is there whole or not at all. */
@RunWith(Parameterized.class)
@Shows({"X5", "U1", "S3"})
public class DurabilityIT {
    private static final int CLIENTS = 4;
    private static final int ACKNOWLEDGED = 400;

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    @Test
    public void acknowledgedCreatesSurviveAKill() throws Exception {
        try (KontorProcess kontor = shared.alone("durable").start()) {
            Map<String, String> acknowledged = createUntilKilled(kontor);
            assertTrue("acknowledged " + acknowledged.size(), acknowledged.size() >= ACKNOWLEDGED);
            kontor.start();

            Map<String, String> there = new HashMap<>();
            for (JsonNode one : kontor.api().all("/customers")) {
                assertEquals(one.toString(), 1, one.path("version").asInt());
                there.put(one.path("id").asText(), one.path("code").asText());
            }
            Set<String> lost = new TreeSet<>(acknowledged.keySet());
            lost.removeAll(there.keySet());
            assertEquals("lost", Set.of(), lost);
            // at most one a client was under way
            assertTrue("there " + there.size(), there.size() <= acknowledged.size() + CLIENTS);
            for (Map.Entry<String, String> one : there.entrySet()) {
                JsonNode audit = kontor.api()
                        .get("/customers/" + one.getKey() + "/audit")
                        .json();
                assertEquals(audit.toString(), 1, audit.path("items").size());
                assertEquals(
                        "CREATE", audit.path("items").path(0).path("action").asText());
            }
            assertEquals("twins", there.size(), Set.copyOf(there.values()).size());
        }
    }

    @Test
    public void aFileThatWasCutOffComesInWhole() throws Exception {
        int rows = 5000;
        StringBuilder file = new StringBuilder("code,name\n");
        for (int i = 0; i < rows; i++) {
            file.append("F-").append(i).append(",Row ").append(i).append('\n');
        }
        try (KontorProcess kontor = shared.alone("cut-off").start()) {
            Folder folder = new Folder(kontor, "cut-").open("batch", "20");
            folder.drop("customers.csv", file.toString().getBytes(StandardCharsets.UTF_8));
            JsonNode running = Await.value("some rows are taken in", Folder.DEADLINE, () -> {
                List<JsonNode> runs = folder.runs();
                return !runs.isEmpty() && runs.get(0).path("read").asInt() >= 200 ? runs.get(0) : null;
            });
            kontor.kill9();
            assertEquals("RUNNING", running.path("state").asText());
            kontor.start();

            String cut = running.path("id").asText();
            JsonNode whole = folder.ended("customers.csv", Set.of(cut));
            JsonNode interrupted = kontor.api().get("/runs/" + cut).json();
            assertEquals("INTERRUPTED", interrupted.path("state").asText());
            int first = interrupted.path("created").asInt();
            // H2 shows a commit a moment before it is on the disk: the batch in flight may be gone, none before it
            assertTrue("created before the kill " + first, first >= 200 - 20 && first < rows);
            FilesIT.counts(whole, "COMPLETED", rows, rows - first, 0, first, 0);
            Set<String> codes = new TreeSet<>();
            List<JsonNode> there = kontor.api().all("/customers");
            there.forEach(one -> codes.add(one.path("code").asText()));
            assertEquals(rows, there.size());
            assertEquals(rows, codes.size());
            assertEquals(first, kontor.api().all("/runs/" + cut + "/items").size());
            assertEquals(1, folder.kept("done", "customers.csv").size());
            assertEquals(rows, folder.result("customers.csv").size());
        }
    }

    private static Map<String, String> createUntilKilled(KontorProcess kontor) throws Exception {
        Queue<JsonNode> acknowledged = new ConcurrentLinkedQueue<>();
        Queue<String> refused = new ConcurrentLinkedQueue<>();
        AtomicInteger number = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            clients.execute(() -> {
                try {
                    while (number.get() < 100_000) {
                        Api.Answer answer = kontor.api()
                                .post("/customers", "{\"name\":\"Durable " + number.incrementAndGet() + "\"}");
                        if (answer.status() == 201) {
                            acknowledged.add(answer.json());
                        } else {
                            refused.add(answer.text());
                        }
                    }
                } catch (IOException killed) {
                    // the end of this client
                } catch (Exception e) {
                    refused.add(e.toString());
                }
            });
        }
        Await.until(ACKNOWLEDGED + " creates", Duration.ofSeconds(60), () -> acknowledged.size() >= ACKNOWLEDGED);
        kontor.kill9();
        clients.shutdown();
        assertTrue("the clients end", clients.awaitTermination(90, TimeUnit.SECONDS));
        assertEquals(List.of(), List.copyOf(refused));
        return acknowledged.stream()
                .collect(Collectors.toMap(
                        one -> one.path("id").asText(), one -> one.path("code").asText()));
    }
}
