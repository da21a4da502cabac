/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.junit.Assert.assertEquals;

/** REST as a program uses it. Immutable. */
public record Api(int port, String user, String password) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** An answer. */
    record Answer(int status, HttpHeaders headers, String text) {
        JsonNode json() {
            try {
                return MAPPER.readTree(text());
            } catch (JsonProcessingException e) {
                throw new AssertionError("Not JSON: " + text(), e);
            }
        }

        String header(String name) {
            return headers.firstValue(name).orElse(null);
        }

        /** {@code code}, or {@code code field rule, field rule} where there are violations. */
        String problem() {
            JsonNode json = json();
            List<String> violations = new ArrayList<>();
            json.path("violations")
                    .forEach(v -> violations.add(
                            v.path("field").asText() + " " + v.path("rule").asText()));
            String code = json.path("code").asText();
            return violations.isEmpty() ? code : code + " " + String.join(", ", violations);
        }
    }

    Answer get(String path) throws Exception {
        return send(request(path).GET());
    }

    /** Creates a record that nothing speaks against. */
    JsonNode made(String path, String json) throws Exception {
        Answer answer = post(path, json);
        if (answer.status() != 201) {
            throw new AssertionError("Not made: " + answer);
        }
        return answer.json();
    }

    Answer post(String path, String json) throws Exception {
        return send(request(path).header("Content-Type", "application/json").POST(body(json)));
    }

    Answer put(String path, String json) throws Exception {
        return send(request(path).header("Content-Type", "application/json").PUT(body(json)));
    }

    Answer patch(String path, Object version, String json) throws Exception {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/merge-patch+json");
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        return send(request.method("PATCH", body(json)));
    }

    Answer soap(byte[] envelope) throws Exception {
        return send(HttpRequest.newBuilder(uri("/kontor/soap/v1/customers"))
                .header("Authorization", basic())
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(BodyPublishers.ofByteArray(envelope)));
    }

    /** With a sign-in; the path is whole. */
    Answer whole(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", basic())
                .GET());
    }

    /** Without a sign-in; the path is whole. */
    Answer anonymous(String method, String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.noBody()));
    }

    /** A request to be shaped further; the path begins behind /kontor/api/v1. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri("/kontor/api/v1" + path)).header("Authorization", basic());
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(
                request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(String path) throws Exception {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            String separator = path.contains("?") ? "&" : "?";
            Answer answer = get(path + separator + "limit=200" + cursor);
            assertEquals(answer.toString(), 200, answer.status());
            JsonNode page = answer.json();
            page.path("items").forEach(items::add);
            cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : null;
        } while (cursor != null);
        return items;
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** What the Authorization header says. */
    public String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static HttpRequest.BodyPublisher body(String json) {
        return BodyPublishers.ofString(json, StandardCharsets.UTF_8);
    }
}
