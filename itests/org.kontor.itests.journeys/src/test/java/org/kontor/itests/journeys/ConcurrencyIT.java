/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/** Many at once, more than the pool of 10 connections holds, on both databases. */
@RunWith(Parameterized.class)
@Shows({"C4", "U1"})
public class ConcurrencyIT {
    private static final int CLIENTS = 32;
    private static final int EACH = 10;
    private static final int RACES = 20;

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private Api api;

    @Before
    public void start() throws Exception {
        api = shared.get().api();
    }

    @Test
    public void manyClientsCreateAndRead() throws Exception {
        String word = Unique.word("crowd");
        List<List<Integer>> statuses = together(CLIENTS, client -> {
            List<Integer> seen = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                String code = word + "-" + client + "-" + i;
                Api.Answer made = api.post("/customers", "{\"name\":\"" + word + "\",\"code\":\"" + code + "\"}");
                seen.add(made.status());
                String path = "/customers/" + made.json().path("id").asText();
                seen.add(api.get(path).status());
                seen.add(api.get("/customers?q=" + word).status());
                seen.add(api.patch(path, 1, "{\"tags\":[\"crowd\"]}").status());
            }
            return seen;
        });
        for (List<Integer> seen : statuses) {
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                expected.addAll(List.of(201, 200, 200, 200));
            }
            assertEquals(expected, seen);
        }
        Set<String> codes = new TreeSet<>();
        List<JsonNode> there = api.all("/customers?q=" + word);
        there.forEach(one -> codes.add(one.path("code").asText()));
        assertEquals(CLIENTS * EACH, there.size());
        assertEquals(CLIENTS * EACH, codes.size());
    }

    @Test
    public void oneCodeGoesToOneOnly() throws Exception {
        String code = Unique.word("one-");
        List<Integer> statuses =
                together(CLIENTS, client -> api.post("/customers", "{\"name\":\"One\",\"code\":\"" + code + "\"}")
                        .status());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count());
        assertEquals(
                CLIENTS - 1, statuses.stream().filter(status -> status == 409).count());
    }

    @Test
    public void ofTwoRacingChangesOneIsStale() throws Exception {
        String path = "/customers/"
                + api.made("/customers", "{\"name\":\"Race\"}").path("id").asText();
        for (int version = 1; version <= RACES; version++) {
            int current = version;
            List<Integer> statuses =
                    together(2, client -> api.patch(path, current, "{\"name\":\"Race " + current + client + "\"}")
                            .status());
            TreeMap<Integer, Integer> counts = new TreeMap<>();
            statuses.forEach(status -> counts.merge(status, 1, Integer::sum));
            assertEquals(new TreeMap<>(Map.of(200, 1, 412, 1)), counts);
        }
        assertEquals(RACES + 1, api.get(path).json().path("version").asInt());
        assertEquals(RACES + 1, api.all(path + "/audit").size());
    }

    @Test
    public void twoMovesThatRaceCloseNoCycle() throws Exception {
        String customer =
                api.made("/customers", "{\"name\":\"Moves\"}").path("id").asText();
        String place = "{\"name\":\"Moves\",\"customerId\":\"" + customer + "\"}";
        for (int i = 0; i < RACES; i++) {
            String[] both = {
                api.made("/locations", place).path("id").asText(),
                api.made("/locations", place).path("id").asText()
            };
            List<Integer> statuses = together(2, client -> api.patch(
                            "/locations/" + both[client], 1, "{\"parentId\":\"" + both[1 - client] + "\"}")
                    .status());
            assertEquals(Set.of(200, 400), Set.copyOf(statuses));
        }
    }

    interface Client<T> {
        T act(int number) throws Exception;
    }

    /** Lets all clients begin at the same moment. */
    /** All at the same moment; as many threads as clients. */
    static <T> List<T> together(int count, Client<T> client) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        CyclicBarrier begin = new CyclicBarrier(count);
        try {
            List<Callable<T>> all = IntStream.range(0, count)
                    .<Callable<T>>mapToObj(number -> () -> {
                        begin.await(30, TimeUnit.SECONDS);
                        return client.act(number);
                    })
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(all, 3, TimeUnit.MINUTES)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
