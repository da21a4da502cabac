/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
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
    private static final int ROWS = 1500;

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    /** The middle of a file, and of the creates of some clients. */
    @Test
    public void aKillLosesNothingThatWasAcknowledgedAndMakesNoTwins() throws Exception {
        try (KontorProcess kontor = shared.alone("durable").start()) {
            Folder folder = new Folder(kontor, "cut-").open("batch", "20");
            StringBuilder file = new StringBuilder("code,name\n");
            for (int i = 0; i < ROWS; i++) {
                file.append("F-").append(i).append(",Row ").append(i).append('\n');
            }
            Map<String, String> acknowledged = createUntilKilled(kontor, () -> {
                folder.drop("customers.csv", file.toString().getBytes(StandardCharsets.UTF_8));
                return Await.value("some rows are taken in", Folder.DEADLINE, () -> {
                    List<JsonNode> runs = folder.runs();
                    return !runs.isEmpty() && runs.get(0).path("read").asInt() >= 200 ? runs.get(0) : null;
                });
            });
            kontor.start();
            theFileIsWhole(kontor, folder);
            theCreatesAreThere(kontor, acknowledged);
        }
    }

    private static void theCreatesAreThere(KontorProcess kontor, Map<String, String> acknowledged) throws Exception {
        Map<String, String> there = new HashMap<>();
        for (JsonNode one : kontor.api().all("/customers")) {
            assertEquals(one.toString(), 1, one.path("version").asInt());
            if (one.path("name").asText().startsWith("Durable ")) {
                there.put(one.path("id").asText(), one.path("code").asText());
            }
        }
        Set<String> lost = new TreeSet<>(acknowledged.keySet());
        lost.removeAll(there.keySet());
        assertEquals("lost", Set.of(), lost);
        // at most one a client was under way
        assertTrue("there " + there.size(), there.size() <= acknowledged.size() + CLIENTS);
        for (Map.Entry<String, String> one : there.entrySet()) {
            JsonNode audit =
                    kontor.api().get("/customers/" + one.getKey() + "/audit").json();
            assertEquals(audit.toString(), 1, audit.path("items").size());
            assertEquals("CREATE", audit.path("items").path(0).path("action").asText());
        }
        assertEquals("twins", there.size(), Set.copyOf(there.values()).size());
    }

    private static void theFileIsWhole(KontorProcess kontor, Folder folder) throws Exception {
        String cut = folder.runs().stream()
                .map(run -> run.path("id").asText())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        JsonNode whole = folder.ended("customers.csv", Set.of(cut));
        JsonNode interrupted = kontor.api().get("/runs/" + cut).json();
        assertEquals("INTERRUPTED", interrupted.path("state").asText());
        int first = interrupted.path("created").asInt();
        // H2 shows a commit a moment before it is on the disk: the batch in flight may be gone, none before it
        assertTrue("created before the kill " + first, first >= 200 - 20 && first < ROWS);
        FilesIT.counts(whole, "COMPLETED", ROWS, ROWS - first, 0, first, 0);
        List<String> codes = kontor.api().all("/customers").stream()
                .map(one -> one.path("code").asText())
                .filter(code -> code.startsWith("F-"))
                .toList();
        assertEquals(ROWS, codes.size());
        assertEquals(ROWS, Set.copyOf(codes).size());
        assertEquals(first, kontor.api().all("/runs/" + cut + "/items").size());
        assertEquals(1, folder.kept("done", "customers.csv").size());
        assertEquals(ROWS, folder.result("customers.csv").size());
    }

    /** @param middle what else is under way when it is killed */
    private static Map<String, String> createUntilKilled(KontorProcess kontor, Callable<JsonNode> middle)
            throws Exception {
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
        JsonNode running = middle.call();
        kontor.kill9();
        assertEquals("RUNNING", running.path("state").asText());
        clients.shutdown();
        assertTrue("the clients end", clients.awaitTermination(90, TimeUnit.SECONDS));
        assertEquals(List.of(), List.copyOf(refused));
        return acknowledged.stream()
                .collect(Collectors.toMap(
                        one -> one.path("id").asText(), one -> one.path("code").asText()));
    }
}
