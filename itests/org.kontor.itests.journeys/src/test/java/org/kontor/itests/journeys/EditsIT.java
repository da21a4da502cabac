/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** Records replaced, deleted, made once, and asked for only when they are new; on both databases. */
@RunWith(Parameterized.class)
@Shows({"C4", "C6", "U1", "V1"})
public class EditsIT {
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

    private Api.Answer send(String method, String path, String body, String... headers) throws Exception {
        var request = api.request(path).method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return api.send(request);
    }

    private Api.Answer replace(String path, String ifMatch, String body) throws Exception {
        return send("PUT", path, body, "If-Match", ifMatch, "Content-Type", "application/json");
    }

    private static String path(JsonNode made, String type) {
        return "/" + type + "/" + made.path("id").asText();
    }

    @Test
    public void aReplacementClearsWhatItDoesNotName() throws Exception {
        JsonNode made = api.made("/customers", "{\"name\":\"Replace\",\"email\":\"a@b.example\",\"tags\":[\"x\"]}");
        String path = path(made, "customers");
        Api.Answer replaced = replace(path, "\"1\"", "{\"name\":\"Replaced\",\"taxId\":\"7\"}");
        assertEquals(replaced.text(), 200, replaced.status());
        assertEquals("\"2\"", replaced.header("ETag"));
        assertEquals(made.path("code"), replaced.json().path("code"));
        assertEquals("7", replaced.json().path("taxId").asText());
        assertTrue(replaced.json().path("email").isMissingNode());
        assertEquals(replaced.json(), api.get(path).json());
        assertEquals(412, replace(path, "\"1\"", "{\"name\":\"Stale\"}").status());
        assertEquals(400, replace(path, "\"2\"", "{\"taxId\":\"8\"}").status());
        assertEquals(428, api.put(path, "{\"name\":\"Blind\"}").status());
    }

    @Test
    public void onlyThatOnWhichNothingHangsIsDeleted() throws Exception {
        JsonNode customer = api.made("/customers", "{\"name\":\"Delete\"}");
        String path = path(customer, "customers");
        String site = path(
                api.made(
                        "/locations",
                        "{\"name\":\"Site\",\"customerId\":\""
                                + customer.path("id").asText() + "\"}"),
                "locations");
        assertEquals(428, send("DELETE", path, "").status());
        Api.Answer inUse = send("DELETE", path, "", "If-Match", "\"1\"");
        assertEquals("409 in_use", inUse.status() + " " + inUse.problem());
        assertEquals(412, send("DELETE", site, "", "If-Match", "\"2\"").status());
        Api.Answer gone = send("DELETE", site, "", "If-Match", "\"1\"");
        assertEquals("204 ", gone.status() + " " + gone.text());
        assertEquals(404, api.get(site).status());
        assertEquals(204, send("DELETE", path, "", "If-Match", "*").status());
        assertEquals(404, send("DELETE", path, "", "If-Match", "*").status());
        List<String> actions = new ArrayList<>();
        api.all(path + "/audit")
                .forEach(entry -> actions.add(entry.path("action").asText()));
        assertEquals(List.of("DELETE", "CREATE"), actions);
        assertEquals(
                2,
                api.all("/audit?record=" + customer.path("id").asText() + "&actor=admin&source=REST")
                        .size());
    }

    @Test
    public void tagsAreComparedAsTheyShould() throws Exception {
        String path = path(api.made("/customers", "{\"name\":\"Tags\"}"), "customers");
        String merge = "application/merge-patch+json";
        assertEquals(
                "a weak tag matches nothing",
                412,
                send("PATCH", path, "{\"name\":\"x\"}", "If-Match", "W/\"1\"", "Content-Type", merge)
                        .status());
        assertEquals(
                "one of several",
                200,
                send("PATCH", path, "{\"name\":\"y\"}", "If-Match", "\"7\", \"1\"", "Content-Type", merge)
                        .status());
        assertEquals(
                "any",
                200,
                send("PATCH", path, "{\"name\":\"z\"}", "If-Match", "*", "Content-Type", merge)
                        .status());

        for (String known : List.of("\"3\"", "W/\"3\"", "\"1\", \"3\"", "*")) {
            Api.Answer same =
                    api.send(api.request(path).header("If-None-Match", known).GET());
            assertEquals(known, 304, same.status());
            assertEquals("\"3\"", same.header("ETag"));
            assertEquals("", same.text());
        }
        Api.Answer other =
                api.send(api.request(path).header("If-None-Match", "\"2\"").GET());
        assertEquals(200, other.status());
        assertEquals("no-store", other.header("Cache-Control"));
    }

    @Test
    public void headAndOptionsAreAnswered() throws Exception {
        String path = path(api.made("/customers", "{\"name\":\"Head\"}"), "customers");
        for (String readable : List.of(path, "/customers?limit=1", "/customers/export", "/changes", "/audit")) {
            Api.Answer head = send("HEAD", readable, "");
            assertEquals(readable, "200 ", head.status() + " " + head.text());
        }
        Api.Answer options = send("OPTIONS", path, "");
        assertEquals(options.text(), 200, options.status());
        Set<String> allowed = new HashSet<>(List.of(options.header("Allow").split(", *")));
        assertTrue(
                allowed.toString(), allowed.containsAll(List.of("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")));
        Api.Answer refused = send("DELETE", "/customers", "");
        assertEquals("405 method_not_allowed", refused.status() + " " + refused.problem());
        assertTrue(refused.header("Allow"), refused.header("Allow").contains("POST"));
    }

    private Api.Answer once(String key, String body) throws Exception {
        return send("POST", "/customers", body, "Idempotency-Key", key, "Content-Type", "application/json");
    }

    @Test
    public void theSameRequestAgainIsAnsweredAsTheFirstTime() throws Exception {
        String key = Unique.word("key-");
        Api.Answer first = once(key, "{\"name\":\"" + key + "\"}");
        assertEquals(201, first.status());
        assertNull(first.header("Idempotency-Replayed"));
        api.patch("/customers/" + first.json().path("id").asText(), 1, "{\"name\":\"Changed meanwhile\"}");
        Api.Answer again = once(key, "{\"name\":\"" + key + "\"}");
        assertEquals(201, again.status());
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(first.text(), again.text());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals("\"1\"", again.header("ETag"));
        Api.Answer other = once(key, "{\"name\":\"other\"}");
        assertEquals("422 idempotency_conflict", other.status() + " " + other.problem());
        assertEquals(400, once("a b", "{\"name\":\"x\"}").status());

        String late = Unique.word("key-");
        assertEquals("refused, so not remembered", 400, once(late, "{}").status());
        assertEquals(201, once(late, "{\"name\":\"" + late + "\"}").status());
    }

    @Test
    public void manyOfTheSameAtOnceMakeOneRecord() throws Exception {
        for (int round = 0; round < 5; round++) {
            String key = Unique.word("key-");
            List<Api.Answer> answers = ConcurrencyIT.together(16, client -> once(key, "{\"name\":\"" + key + "\"}"));
            Set<String> bodies = new HashSet<>();
            answers.forEach(answer -> bodies.add(answer.status() + answer.text()));
            assertEquals(bodies.toString(), 1, bodies.size());
            assertEquals(201, answers.get(0).status());
            assertEquals(
                    15,
                    answers.stream()
                            .filter(answer -> answer.header("Idempotency-Replayed") != null)
                            .count());
            assertEquals(1, api.all("/customers?q=" + key).size());
        }
    }
}
