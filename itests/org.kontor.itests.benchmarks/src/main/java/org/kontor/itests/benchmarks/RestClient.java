/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.IOCallback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.api.customer.CustomerField;
import org.kontor.itests.journeys.Api;

/** A program that uses REST over one connection that stays open. Not thread-safe. */
final class RestClient implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private final CloseableHttpClient http = HttpClients.custom()
            .setConnectionManager(new BasicHttpClientConnectionManager())
            .disableContentCompression()
            .disableAutomaticRetries()
            .build();
    private final Api api;
    private final UUID account;

    /** @param account the id of the one that calls are made for; null for the operator's */
    RestClient(Api api, UUID account) {
        this.api = api;
        this.account = account;
    }

    /** Gives the id. */
    UUID create(Map<CustomerField, Object> values) throws IOException {
        return post("/customers", body(values));
    }

    /** Gives the id of what is made. */
    UUID post(String path, JsonNode body) throws IOException {
        return UUID.fromString(made(path, body).path("id").asText());
    }

    /** Gives what is made. */
    JsonNode made(String path, JsonNode body) throws IOException {
        return JSON.readTree(send("POST", path, "application/json", null, JSON.writeValueAsBytes(body), 201));
    }

    /** Sets a field; gives the new version. */
    long update(UUID id, long version, String field, String value) throws IOException {
        byte[] body = JSON.writeValueAsBytes(Map.of(field, value));
        byte[] answer =
                send("PATCH", "/customers/" + id, "application/merge-patch+json", "\"" + version + "\"", body, 200);
        return JSON.readTree(answer).path("version").asLong();
    }

    /** A page as it came. */
    byte[] get(String path) throws IOException {
        return send("GET", path, null, null, null, 200);
    }

    JsonNode json(String path) throws IOException {
        return JSON.readTree(get(path));
    }

    /** Sends lines as they are made; gives the last line of the answer, which is the summary. */
    JsonNode bulk(IOCallback<OutputStream> lines) throws IOException {
        HttpUriRequestBase request = new HttpUriRequestBase(
                "POST", URI.create("http://127.0.0.1:" + api.port() + "/kontor/api/v1/customers:bulk"));
        request.setHeader("Authorization", api.basic());
        request.setEntity(new EntityTemplate(-1, ContentType.create("application/x-ndjson"), null, lines));
        return http.execute(request, response -> {
            String last = "";
            try (BufferedReader reader = new BufferedReader(
                    new InputStreamReader(response.getEntity().getContent(), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    last = line;
                }
            }
            JsonNode summary = JSON.readTree(last).path("summary");
            if (response.getCode() != 200 || summary.isMissingNode()) {
                throw new IOException("The bulk gave " + response.getCode() + ": " + last);
            }
            return summary;
        });
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Fields by path as an object in objects. */
    static ObjectNode body(Map<CustomerField, Object> values) {
        ObjectNode body = JSON.createObjectNode();
        values.forEach((field, value) -> {
            String[] steps = field.path().split("\\.");
            ObjectNode at = body;
            for (int i = 0; i < steps.length - 1; i++) {
                at = at.withObjectProperty(steps[i]);
            }
            at.set(steps[steps.length - 1], JSON.valueToTree(value));
        });
        return body;
    }

    private byte[] send(String method, String path, String type, String ifMatch, byte[] body, int expected)
            throws IOException {
        HttpUriRequestBase request =
                new HttpUriRequestBase(method, URI.create("http://127.0.0.1:" + api.port() + "/kontor/api/v1" + path));
        request.setHeader("Authorization", api.basic());
        if (account != null) {
            request.setHeader("Kontor-Account", account.toString());
        }
        if (ifMatch != null) {
            request.setHeader("If-Match", ifMatch);
        }
        if (body != null) {
            request.setEntity(new ByteArrayEntity(body, ContentType.create(type)));
        }
        return http.execute(request, response -> {
            byte[] answer = EntityUtils.toByteArray(response.getEntity());
            if (response.getCode() != expected) {
                throw new IOException(method + " " + path + " gave " + response.getCode() + ": "
                        + new String(answer, StandardCharsets.UTF_8));
            }
            return answer;
        });
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
