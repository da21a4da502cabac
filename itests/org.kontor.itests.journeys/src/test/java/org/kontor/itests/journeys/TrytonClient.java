/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What somebody does in Tryton: its JSON-RPC, for one database. Thread-safe. */
public final class TrytonClient {
    static final String USER = "admin";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    final String url;
    private final String session;

    public TrytonClient(String url, String password) throws IOException, InterruptedException {
        this.url = url;
        JsonNode login = send("common.db.login", List.of(USER, Map.of("password", password)), null);
        String token = USER + ":" + login.path(0).asText() + ":" + login.path(1).asText();
        session = "Session " + Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    public JsonNode call(String method, Object... params) throws IOException, InterruptedException {
        List<Object> all = new ArrayList<>(List.of(params));
        all.add(Map.of("active_test", false));
        return send(method, all, session);
    }

    /** In one transaction; gives the ids. */
    List<Long> create(String model, Object rows) throws IOException, InterruptedException {
        List<Long> ids = new ArrayList<>();
        call("model." + model + ".create", rows).forEach(id -> ids.add(id.asLong()));
        return ids;
    }

    long createOne(String model, Map<String, ?> row) throws IOException, InterruptedException {
        return create(model, List.of(row)).get(0);
    }

    void write(String model, long id, Map<String, ?> values) throws IOException, InterruptedException {
        call("model." + model + ".write", List.of(id), values);
    }

    List<JsonNode> searchRead(String model, List<?> domain, List<String> fields)
            throws IOException, InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        call("model." + model + ".search_read", domain, 0, 100_000, List.of(List.of("id", "ASC")), fields)
                .forEach(rows::add);
        return rows;
    }

    /** The id of a country, which is made when it is not there. */
    synchronized long country(String code) throws IOException, InterruptedException {
        List<JsonNode> found = searchRead("country.country", List.of(List.of("code", "=", code)), List.of("code"));
        return found.isEmpty()
                ? createOne("country.country", Map.of("code", code, "name", "Country " + code))
                : found.get(0).path("id").asLong();
    }

    private JsonNode send(String method, List<?> params, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofMinutes(3))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(
                        MAPPER.writeValueAsBytes(Map.of("id", 1, "method", method, "params", params))));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        JsonNode answer = response.statusCode() == 200 ? MAPPER.readTree(response.body()) : null;
        if (answer == null || !answer.has("result")) {
            throw new IOException(
                    method + ": " + response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return answer.get("result");
    }
}
