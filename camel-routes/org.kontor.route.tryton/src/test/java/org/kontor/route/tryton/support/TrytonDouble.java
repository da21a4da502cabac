/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.support;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.kontor.route.tryton.rpc.Values;

/** As much of Tryton's protocol as a reading uses, over HTTP, on rows that the test writes with dates of its choice. */
public final class TrytonDouble implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> LINKS = Map.of(
            "party.address", "addresses.",
            "party.contact_mechanism", "contact_mechanisms.",
            "party.identifier", "identifiers.");

    /** Model, field, type, and where it leads to. */
    private static final List<String> SCHEMA = List.of(
            "party.party code char",
            "party.party name char",
            "party.party active boolean",
            "party.party lang many2one ir.lang",
            "party.party langs one2many party.party.lang",
            "party.party tax_identifier many2one party.identifier",
            "party.party addresses one2many party.address",
            "party.party contact_mechanisms one2many party.contact_mechanism",
            "party.party identifiers one2many party.identifier",
            "party.party.lang lang many2one ir.lang",
            "ir.lang code char",
            "party.address name char",
            "party.address active boolean",
            "party.address sequence integer",
            "party.address party many2one party.party",
            "party.address street text",
            "party.address postal_code char",
            "party.address city char",
            "party.address subdivision many2one country.subdivision",
            "party.address country many2one country.country",
            "country.country code char",
            "country.subdivision code char",
            "party.contact_mechanism type selection",
            "party.contact_mechanism value char",
            "party.contact_mechanism active boolean",
            "party.contact_mechanism sequence integer",
            "party.identifier code char",
            "party.identifier type selection",
            "party.identifier sequence integer");

    static {
        // Without it the JDK's server waits 40 ms for more before it sends a small answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** What to send instead of an answer. */
    public interface Instead {
        /** @return whether it answered */
        boolean answer(String method, HttpExchange exchange) throws IOException;
    }

    private final Map<String, TreeMap<Long, ObjectNode>> tables = new ConcurrentHashMap<>();
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final List<String> schema = new ArrayList<>(SCHEMA);
    private Set<String> asked = Set.of();
    private HttpServer server;
    private int port;
    private volatile String password = "secret-word";
    private volatile String token = "token-1";
    private volatile Instead instead = (method, exchange) -> false;

    public TrytonDouble() throws IOException {
        start();
    }

    /** Starts it, at the port of before when there was one. */
    public void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        port = server.getAddress().getPort();
        server.createContext("/erp/", this::serve);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port + "/erp/");
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public void dropSessions() {
        token = token + "1";
    }

    public void instead(Instead instead) {
        this.instead = instead;
    }

    /** Adds a field to a model: {@code party.party vip boolean}. */
    public synchronized void field(String field) {
        schema.add(field);
    }

    /** The fields that parties were last asked for. */
    public synchronized Set<String> asked() {
        return asked;
    }

    /** How often a method was called. */
    public int calls(String method) {
        return calls.getOrDefault(method, 0);
    }

    public synchronized void party(long id, String name, Instant created) {
        ObjectNode row = row("party.party", id, created)
                .put("name", name)
                .put("code", "P-" + id)
                .put("active", true);
        row.putNull("tax_identifier.").putArray("langs.");
    }

    public synchronized void child(String model, long id, long party, Instant created, Map<String, String> fields) {
        ObjectNode row = row(model, id, created).put("party", party).put("active", true);
        fields.forEach(row::put);
    }

    public synchronized void row(String model, long id, Instant created, Map<String, String> fields) {
        ObjectNode row = row(model, id, created);
        fields.forEach(row::put);
    }

    /** Without a trace: a link that was there all along. */
    public synchronized void set(String model, long id, String field, Object value) {
        tables.get(model).get(id).set(field, JSON.valueToTree(value));
    }

    public synchronized void write(String model, long id, Instant at, String field, Object value) {
        tables.get(model).get(id).putPOJO(field, value).set("write_date", Values.of(at));
    }

    public synchronized void delete(String model, long id) {
        tables.get(model).remove(id);
    }

    private ObjectNode row(String model, long id, Instant created) {
        ObjectNode row = JSON.createObjectNode().put("id", id);
        row.set("create_date", Values.of(created));
        row.putNull("write_date");
        tables.computeIfAbsent(model, name -> new TreeMap<>()).put(id, row);
        return row;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode call = JSON.readTree(exchange.getRequestBody());
            String method = call.path("method").asText();
            calls.merge(method, 1, Integer::sum);
            if (instead.answer(method, exchange)) {
                return;
            }
            if (method.equals("common.db.login")) {
                boolean right = call.at("/params/1/password").asText().equals(password);
                answer(exchange, right ? 200 : 401, "{\"id\":1,\"result\":[1,\"" + token + "\"]}");
                return;
            }
            String session =
                    "Session " + java.util.Base64.getEncoder().encodeToString(("reader:1:" + token).getBytes());
            if (!session.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, "<html>");
                return;
            }
            ObjectNode result = JSON.createObjectNode().put("id", 1);
            result.set("result", result(method, call.path("params")));
            answer(exchange, 200, result.toString());
        }
    }

    private synchronized JsonNode result(String method, JsonNode params) {
        if (method.endsWith(".get_preferences")) {
            return JSON.createObjectNode().put("language", "en");
        }
        if (method.endsWith(".fields_get")) {
            return fields(method.substring("model.".length(), method.lastIndexOf('.')));
        }
        if (params.path(4).size() > 4) {
            asked = JSON.convertValue(params.path(4), new TypeReference<TreeSet<String>>() {});
        }
        String model = method.substring("model.".length(), method.lastIndexOf('.'));
        List<ObjectNode> rows =
                new ArrayList<>(tables.getOrDefault(model, new TreeMap<>()).values());
        for (JsonNode clause : params.path(0)) {
            rows.removeIf(Predicate.not(row -> holds(row, clause)));
        }
        if (method.endsWith(".search_count")) {
            return JSON.getNodeFactory().numberNode(rows.size());
        }
        String order = params.at("/3/0/0").asText();
        if (!order.equals("id")) {
            rows.sort(Comparator.comparing((ObjectNode row) -> Values.instant(row.path(order)))
                    .reversed());
        }
        ArrayNode answer = JSON.createArrayNode();
        rows.stream().limit(params.path(2).asLong()).forEach(row -> answer.add(withChildren(model, row)));
        return answer;
    }

    private ObjectNode fields(String model) {
        ObjectNode fields = JSON.createObjectNode();
        schema.stream().filter(field -> field.startsWith(model + " ")).forEach(field -> {
            String[] words = field.split(" ");
            ObjectNode told = fields.putObject(words[1]).put("type", words[2]);
            if (words.length > 3) {
                told.put("relation", words[3]);
            }
            if (words[1].equals("tax_identifier")) {
                told.put("readonly", true);
            }
            if (model.equals("party.contact_mechanism") && words[1].equals("type")) {
                Stream.of("email", "phone", "mobile", "website", "fax")
                        .forEach(type ->
                                told.withArray("selection").addArray().add(type).add(type));
            }
        });
        return fields;
    }

    private static boolean holds(ObjectNode row, JsonNode clause) {
        if (clause.path(0).asText().equals("OR")) {
            return holds(row, clause.path(1)) || holds(row, clause.path(2));
        }
        if (clause.path(0).isArray()) {
            return holds(row, clause.path(0)) && holds(row, clause.path(1));
        }
        String field = clause.path(0).asText();
        JsonNode value = clause.path(2);
        if (field.endsWith("_date")) {
            Instant date = Values.instant(row.path(field));
            Instant bound = Values.instant(value);
            return date != null
                    && switch (clause.path(1).asText()) {
                        case ">=" -> !date.isBefore(bound);
                        case "<" -> date.isBefore(bound);
                        default -> !date.isAfter(bound);
                    };
        }
        long id = row.path("id").asLong();
        if (clause.path(1).asText().equals(">")) {
            return id > value.asLong();
        }
        for (JsonNode one : value) {
            if (one.asLong() == id) {
                return true;
            }
        }
        return false;
    }

    private JsonNode withChildren(String model, ObjectNode row) {
        ObjectNode copy = row.deepCopy();
        if (model.equals("party.party")) {
            LINKS.forEach((child, link) -> {
                ArrayNode children = copy.putArray(link);
                tables.getOrDefault(child, new TreeMap<>()).values().stream()
                        .filter(one ->
                                one.path("party").asLong() == row.path("id").asLong())
                        .forEach(one -> children.add(one.deepCopy()));
            });
        }
        return copy;
    }

    public static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
