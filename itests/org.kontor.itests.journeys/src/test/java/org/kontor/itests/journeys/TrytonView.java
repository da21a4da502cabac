/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Await;

import static org.junit.Assert.assertTrue;

/** What Kontor has of one connection to a Tryton, as REST shows it. Immutable. */
public record TrytonView(Api api, String connection) {
    private static final Duration SOON = Duration.ofSeconds(60);

    /** The settings of a connection that looks every second. */
    public static Map<String, String> settings(String url, String... more) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("connector", "tryton");
        settings.put("url", url);
        settings.put("user", TrytonClient.USER);
        settings.put("password", TrytonSystem.PASSWORD);
        settings.put("poll", "1s");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    /** Everything of the connection by its id in Tryton, each exactly once. */
    Map<Long, JsonNode> all(String path) throws Exception {
        Map<Long, JsonNode> found = new LinkedHashMap<>();
        for (JsonNode record : api.all(path + "?archived=any")) {
            Long id = externalId(record);
            if (id != null) {
                assertTrue("twice: " + record, found.put(id, record) == null);
            }
        }
        return found;
    }

    /** A record as soon as it is as it should be; looks at those that changed last. */
    JsonNode await(String what, String path, long id, Predicate<JsonNode> expected) {
        return Await.value(what, SOON, () -> {
            for (JsonNode record :
                    api.get(path + "?archived=any&sort=-changed").json().path("items")) {
                if (Long.valueOf(id).equals(externalId(record)) && expected.test(record)) {
                    return record;
                }
            }
            return null;
        });
    }

    JsonNode customer(String what, long id, Predicate<JsonNode> expected) {
        return await(what, "/customers", id, expected);
    }

    JsonNode location(String what, long id, Predicate<JsonNode> expected) {
        return await(what, "/locations", id, expected);
    }

    /** Newest first. */
    public List<JsonNode> runs() throws Exception {
        return api.all("/runs?connection=" + connection);
    }

    Set<String> runIds() throws Exception {
        Set<String> ids = new HashSet<>();
        runs().forEach(run -> ids.add(run.path("id").asText()));
        return ids;
    }

    public JsonNode completedRun(
            String what, Duration deadline, Callable<List<JsonNode>> runs, Predicate<JsonNode> expected) {
        return Await.value(what, deadline, () -> runs.call().stream()
                .filter(run -> run.path("state").asText().equals("COMPLETED"))
                .filter(expected)
                .findFirst()
                .orElse(null));
    }

    /** How the connection does; missing while there is none. */
    JsonNode status() throws Exception {
        for (JsonNode status : api.get("/connections").json().path("items")) {
            if (status.path("name").asText().equals(connection)) {
                return status;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    JsonNode awaitState(String state) {
        return Await.value("connection " + connection + " is " + state, SOON, () -> {
            JsonNode status = status();
            return status.path("state").asText().equals(state) ? status : null;
        });
    }

    private Long externalId(JsonNode record) {
        for (JsonNode reference : record.path("crossReferences")) {
            if (reference.path("connection").asText().equals(connection)) {
                return reference.path("externalId").asLong();
            }
        }
        return null;
    }
}
