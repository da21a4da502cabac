/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.itests.benchmarks.Clients.Client;
import org.kontor.itests.benchmarks.Report.Side;

/**
 * Pages and searches. The baseline reads the same rows by the statement that fits the case best, chosen by hand. Not
 * thread-safe.
 */
final class Reads {
    private static final int PAGE = 50;
    private static final int WALK_PAGE = 200;
    private static final int ROUNDS = 2;
    private static final String HEAD = "SELECT t.* FROM customer t WHERE t.archived = false";
    private static final String TAIL = " ORDER BY t.name_key, t.id LIMIT " + (PAGE + 1);

    private final Bench bench;

    Reads(Bench bench) {
        this.bench = bench;
    }

    /** The first page, and the one behind {@code depth} pages. */
    void pages(String what, int clients, int depth, String filter, String rawFilter, String aim) throws Exception {
        Side first = kontor(clients, "/customers?limit=" + PAGE + filter);
        bench.report.rates(what + ", first", first, raw(clients, HEAD + rawFilter + TAIL), aim);
        String cursor = cursorBehind(depth, filter);
        List<Object> position = new ArrayList<>();
        try (Connection connection = bench.raw();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT t.name_key, t.id FROM customer t WHERE t.archived = false" + rawFilter
                                + " ORDER BY t.name_key, t.id OFFSET " + ((long) depth * PAGE - 1) + " LIMIT 1");
                ResultSet result = statement.executeQuery()) {
            result.next();
            position.add(result.getString(1));
            position.add(result.getObject(2, UUID.class));
        }
        Side deep = kontor(clients, "/customers?limit=" + PAGE + filter + "&cursor=" + RestClient.encoded(cursor));
        bench.report.rates(
                what + ", behind " + depth + " pages",
                deep,
                raw(clients, HEAD + rawFilter + " AND (t.name_key, t.id) > (?, ?)" + TAIL, position.toArray()),
                aim);
        bench.report.figure(
                what + ", deep : first",
                Report.text(
                        "%.2f", first.measured().perSecond() / deep.measured().perSecond()),
                "<= 1.2");
    }

    /** How long one person waits for a search, beside the statement given. */
    void search(String what, String query, String aim, String rawStatement, Object... parameters) throws Exception {
        String path = "/customers?limit=" + PAGE + query;
        int hits;
        try (RestClient rest = bench.client()) {
            JsonNode page = rest.json(path);
            hits = page.path("items").size();
        }
        bench.report.waits(what + " (" + hits + ")", kontor(1, path), raw(1, rawStatement, parameters), aim);
    }

    /** A page by the rows of few ids, found by words or by a part of a text: never sorted before they are few. */
    static String byIds(String idsStatement) {
        return "WITH hit AS MATERIALIZED (" + idsStatement + ") SELECT t.* FROM hit h JOIN customer t ON t.id ="
                + " h.record_id WHERE t.archived = false" + TAIL;
    }

    /** A page by a walk in the list's order that asks each row for words. */
    static String byWalk(String... words) {
        StringBuilder walk = new StringBuilder(HEAD);
        for (String word : words) {
            walk.append(" AND EXISTS (SELECT 1 FROM search_word w WHERE w.record_id = t.id AND ")
                    .append(range(word))
                    .append(" OFFSET 0)");
        }
        return walk + TAIL;
    }

    static String idsOf(String word) {
        return "SELECT DISTINCT w.record_id FROM search_word w WHERE w.record_type = 'customer' AND " + range(word);
    }

    static String idsOfPart(String part) {
        return "SELECT x.record_id FROM record_text x WHERE x.record_type = 'customer' AND x.text LIKE '%" + part
                + "%'";
    }

    static String byWalkOfText(String part) {
        return HEAD + " AND EXISTS (SELECT 1 FROM record_text x WHERE x.record_id = t.id AND x.text LIKE '%" + part
                + "%' OFFSET 0)" + TAIL;
    }

    private static String range(String word) {
        String behind = word.substring(0, word.length() - 1) + (char) (word.charAt(word.length() - 1) + 1);
        return "w.word >= '" + word + "' AND w.word < '" + behind + "'";
    }

    private Side kontor(int clients, String path) throws Exception {
        Side side = Side.NOTHING;
        for (int round = 0; round < ROUNDS; round++) {
            side = side.and(bench.kontor(clients, () -> {
                RestClient rest = bench.client();
                return new Client() {
                    @Override
                    public boolean run() throws Exception {
                        return rest.get(path).length > 0;
                    }

                    @Override
                    public void close() throws IOException {
                        rest.close();
                    }
                };
            }));
        }
        return side;
    }

    private Side raw(int clients, String statement, Object... parameters) throws Exception {
        Side side = Side.NOTHING;
        for (int round = 0; round < ROUNDS; round++) {
            side = side.and(bench.raw(clients, () -> rawReader(statement, parameters)));
        }
        return side;
    }

    /** Reads every column of the page's rows, and their cross references. */
    private Client rawReader(String text, Object... parameters) throws SQLException {
        Connection connection = bench.raw();
        connection.setAutoCommit(true);
        PreparedStatement page = connection.prepareStatement(text);
        for (int i = 0; i < parameters.length; i++) {
            page.setObject(i + 1, parameters[i]);
        }
        PreparedStatement references =
                connection.prepareStatement("SELECT x.* FROM cross_reference x WHERE x.record_id = ANY (?)");
        return new Client() {
            @Override
            public boolean run() throws SQLException {
                List<UUID> ids = new ArrayList<>();
                try (ResultSet result = page.executeQuery()) {
                    int columns = result.getMetaData().getColumnCount();
                    while (result.next()) {
                        for (int i = 1; i <= columns; i++) {
                            result.getObject(i);
                        }
                        ids.add(result.getObject(1, UUID.class));
                    }
                }
                references.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                references.executeQuery().close();
                return true;
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    private String cursorBehind(int pages, String filter) throws IOException {
        try (RestClient rest = bench.client()) {
            String cursor = null;
            for (int row = 0; row < pages * PAGE; row += WALK_PAGE) {
                JsonNode page = rest.json("/customers?limit=" + WALK_PAGE + filter
                        + (cursor == null ? "" : "&cursor=" + RestClient.encoded(cursor)));
                cursor = page.path("next").asText();
            }
            return cursor;
        }
    }
}
