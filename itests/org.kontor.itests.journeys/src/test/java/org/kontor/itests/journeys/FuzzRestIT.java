/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.journeys;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

/**
 * Requests made by machine from openapi.json, over every path: whatever is sent, the answer is one that the description
 * names, shows nothing of the inside, and no record is half written. {@code -Dkontor.fuzz.requests=} and
 * {@code -Dkontor.fuzz.seed=} make more and others.
 */
@RunWith(Parameterized.class)
@Shows({"V1", "X3"})
public class FuzzRestIT {
    private static final int REQUESTS = Integer.getInteger("kontor.fuzz.requests", 40);
    private static final long SEED = Long.getLong("kontor.fuzz.seed", 20261121);
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete", "head", "options");

    /**
     * Jetty answers 414 or 431 to a head beyond 8 KiB and closes; of one more than twice as long it reads no more, so that
     * the connection may be reset before the answer has been read.
     */
    private static final int MAY_BE_CUT_OFF = 16_000;

    @Parameters(name = "{0}")
    public static Object[] databases() {
        return Shared.values();
    }

    @Parameter
    public Shared shared;

    private final Nasty nasty = new Nasty(SEED);
    private final List<String> ids = new ArrayList<>();
    private Api api;
    private FuzzedJson json;

    @Test
    public void everyPath() throws Exception {
        KontorProcess kontor = shared.get();
        api = kontor.api();
        JsonNode description = api.get("/openapi.json").json();
        Soundness soundness = new Soundness(kontor);
        ids.addAll(nasty.records(api));
        json = new FuzzedJson(description, nasty, ids);
        for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
            // the administrator's password is what all journeys sign in with
            if (path.getKey().equals("/me/password")) {
                continue;
            }
            for (String method : METHODS) {
                if (path.getValue().has(method)) {
                    for (int i = 0; i < REQUESTS; i++) {
                        call(path.getKey(), method, path.getValue().get(method), soundness);
                    }
                }
            }
            if (path.getKey().startsWith("/custom-fields") || path.getKey().startsWith("/creation-profiles")) {
                demandNothing();
            }
        }
        revokeTokens();
        removeDomains();
        soundness.nothingHalfWritten("fuzz");
        soundness.holds();
    }

    /** Other journeys make records in the same account, and know nothing of fields that must be given here. */
    private void demandNothing() throws Exception {
        for (JsonNode field : api.get("/custom-fields").json().path("items")) {
            String path = "/custom-fields/" + field.path("id").asText() + "/archive";
            assertEquals(
                    200,
                    api.send(api.request(path).POST(BodyPublishers.noBody())).status());
        }
        for (String type : List.of("customer", "location", "account")) {
            api.send(api.request("/creation-profiles/" + type).DELETE());
        }
    }

    /** Other journeys make tokens of the same person, of whom so many may count. */
    private void revokeTokens() throws Exception {
        for (JsonNode token : api.get("/me/tokens").json().path("items")) {
            api.send(api.request("/me/tokens/" + token.path("id").asText()).DELETE());
        }
    }

    /** The same of e-mail domains of the account. */
    private void removeDomains() throws Exception {
        for (JsonNode domain : api.get("/email-domains").json().path("items")) {
            api.send(api.request("/email-domains/" + domain.path("id").asText()).DELETE());
        }
    }

    private void call(String path, String method, JsonNode operation, Soundness soundness) throws Exception {
        String target = path;
        List<String> query = new ArrayList<>();
        Map<String, String> headers = new LinkedHashMap<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asText();
            String value = json.parameter(parameter.path("schema"));
            switch (parameter.path("in").asText()) {
                case "path" -> target = target.replace(
                        "{" + name + "}", encoded(ids.isEmpty() || nasty.oneIn(5) ? notEmpty(value) : nasty.of(ids)));
                case "query" -> {
                    if (nasty.oneIn(3)) {
                        query.add(name + "=" + encoded(value));
                    }
                }
                case "header" -> {
                    if (!nasty.oneIn(5)) {
                        headers.put(
                                name,
                                name.equals("If-Match") && !nasty.oneIn(4)
                                        ? "\"" + (1 + nasty.below(3)) + "\""
                                        : printable(value));
                    }
                }
                default -> throw new AssertionError("A parameter in " + parameter);
            }
        }
        if (nasty.oneIn(20)) {
            query.add(encoded(nasty.text()) + "=" + encoded(nasty.text()));
        }
        target += query.isEmpty() ? "" : "?" + String.join("&", query);
        byte[] body = body(operation, headers);
        if (nasty.oneIn(20)) {
            headers.put(
                    "Accept",
                    nasty.of(List.of("text/plain", "application/xml", "*/*", "nothing", "application/json;q=0")));
        }
        HttpRequest.Builder request =
                api.request(target).method(method.toUpperCase(java.util.Locale.ROOT), BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        String sent = method + " " + target + " " + headers + " " + new String(body, StandardCharsets.UTF_8);
        long start = System.nanoTime();
        Api.Answer answer;
        try {
            answer = api.send(request);
        } catch (IOException e) {
            if (target.length() + headers.toString().length() > MAY_BE_CUT_OFF) {
                return;
            }
            throw new IOException("No answer to " + shortened(sent), e);
        }
        soundness.check(shortened(sent), answer, Duration.ofNanos(System.nanoTime() - start));
        described(shortened(sent), operation, answer, soundness);
    }

    private byte[] body(JsonNode operation, Map<String, String> headers) {
        List<Map.Entry<String, JsonNode>> kinds =
                new ArrayList<>(operation.at("/requestBody/content").properties());
        if (kinds.isEmpty()) {
            return new byte[0];
        }
        Map.Entry<String, JsonNode> kind = nasty.of(kinds);
        headers.put(
                "Content-Type",
                nasty.oneIn(25)
                        ? nasty.of(
                                List.of("text/plain", "a/b", "application/json; charset=utf-16", kind.getKey() + ";"))
                        : kind.getKey());
        if (!kind.getKey().contains("json")) {
            return nasty.bytes("code,name,country\r\n" + nasty.word() + "," + nasty.text() + ",CH\r\n");
        }
        if (!kind.getKey().contains("ndjson")) {
            return nasty.bytes(json.value(kind.getValue().path("schema")).toString());
        }
        StringBuilder lines = new StringBuilder();
        for (int i = nasty.below(5); i >= 0; i--) {
            lines.append(json.value(kind.getValue().path("schema"))).append('\n');
        }
        return nasty.bytes(lines.toString());
    }

    /** An answer is one of those that the description names; an error is a problem document with a code. */
    private static void described(String sent, JsonNode operation, Api.Answer answer, Soundness soundness) {
        // before an operation is known: the container refuses what is no path or no header
        boolean general = List.of(400, 404, 405, 406, 414, 415, 431).contains(answer.status());
        JsonNode responses = operation.path("responses");
        if (!general && !responses.has(String.valueOf(answer.status())) && !responses.has("default")) {
            soundness.wrong(answer.status() + " is not described, for " + sent);
        }
        String type = String.valueOf(answer.header("Content-Type"));
        // Jetty alone refuses control characters in a path; one that leads out of the API is not the API's to answer
        boolean ofTheContainer = answer.status() == 400 && answer.text().startsWith("<h1>Bad Message 400</h1>")
                || answer.status() == 404
                        && (sent.contains("..%2F")
                                || sent.contains("%2F") && answer.text().isEmpty());
        if (ofTheContainer) {
            return;
        }
        if (answer.status() >= 400 && answer.status() != 414 && answer.status() != 431 && !sent.startsWith("head ")) {
            if (!type.startsWith("application/problem+json")) {
                soundness.wrong(answer.status() + " as " + type + ", for " + sent + ": " + shortened(answer.text()));
            } else if (!answer.json().hasNonNull("code")) {
                soundness.wrong("no code, for " + sent + ": " + answer.text());
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String notEmpty(String text) {
        return text.isEmpty() || text.equals(".") || text.equals("..") ? "x" : text;
    }

    private static String printable(String text) {
        return shortened(text.replaceAll("[^\\x21-\\x7E]", "?")).replace('…', '.');
    }

    private static String shortened(String text) {
        return text.length() > 400 ? text.substring(0, 400) + "…" : text;
    }
}
