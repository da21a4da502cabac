/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The rows that Kontor wrote for one record, table by table, to be written once more by plain JDBC.
 *
 * @param tables rows by table, in the order in which they can be inserted; a row as its columns stand
 */
record RecordRows(UUID record, Map<String, List<Object[]>> tables) {
    private static final int CHUNK = 1000;
    /** The column of record_text that holds the words. */
    private static final int TEXT = 3;

    private static final String KNOWN_WORDS =
            "INSERT INTO known_word (word) SELECT w FROM unnest(string_to_array(?, ' ')) w WHERE NOT EXISTS (SELECT 1"
                    + " FROM known_word k WHERE k.word = w)";
    /** How the rows of records are found, and whose they are. */
    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        for (String table : List.of("customer", "location")) {
            QUERIES.put(table, "SELECT t.id AS owner, t.* FROM " + table + " t WHERE t.id = ANY (?) AND t.version = ?");
        }
        for (String table : List.of("search_word", "record_text", "cross_reference")) {
            QUERIES.put(
                    table,
                    "SELECT t.record_id AS owner, t.* FROM " + table + " t WHERE t.record_id = ANY (?) AND ? = 1");
        }
        for (String table : List.of("audit_entry", "change_feed")) {
            QUERIES.put(
                    table,
                    "SELECT t.record_id AS owner, t.* FROM " + table
                            + " t WHERE t.record_id = ANY (?) AND t.record_version = ?");
        }
        QUERIES.put(
                "audit_value",
                "SELECT e.record_id AS owner, t.* FROM audit_value t JOIN audit_entry e ON e.id = t.entry_id WHERE"
                        + " e.record_id = ANY (?) AND e.record_version = ?");
    }

    /** Everything that was written with that version of these records, in their order; words with the first one. */
    static List<RecordRows> read(Connection connection, List<UUID> records, int version) throws SQLException {
        Map<UUID, RecordRows> found = new LinkedHashMap<>();
        records.forEach(record -> found.put(record, new RecordRows(record, new LinkedHashMap<>())));
        for (int from = 0; from < records.size(); from += CHUNK) {
            UUID[] ids = records.subList(from, Math.min(records.size(), from + CHUNK))
                    .toArray(UUID[]::new);
            for (Map.Entry<String, String> query : QUERIES.entrySet()) {
                try (PreparedStatement statement = connection.prepareStatement(query.getValue())) {
                    statement.setArray(1, connection.createArrayOf("uuid", ids));
                    statement.setInt(2, version);
                    try (ResultSet result = statement.executeQuery()) {
                        while (result.next()) {
                            found.get(result.getObject(1, UUID.class))
                                    .tables()
                                    .computeIfAbsent(query.getKey(), name -> new ArrayList<>())
                                    .add(row(result));
                        }
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static Object[] row(ResultSet result) throws SQLException {
        Object[] row = new Object[result.getMetaData().getColumnCount() - 1];
        for (int i = 0; i < row.length; i++) {
            row[i] = result.getObject(i + 2);
        }
        return row;
    }

    /** Writes records with a prepared statement a table. Not thread-safe. */
    static final class Writer {
        private final Connection connection;
        private final Map<String, PreparedStatement> inserts = new HashMap<>();

        Writer(Connection connection) {
            this.connection = connection;
        }

        /** All rows of the records, a batch a table; without a commit. */
        void write(Collection<RecordRows> records) throws SQLException {
            write(records, QUERIES.keySet());
            PreparedStatement words = inserts.get(KNOWN_WORDS);
            if (words == null) {
                words = connection.prepareStatement(KNOWN_WORDS);
                inserts.put(KNOWN_WORDS, words);
            }
            words.setString(1, letters(records));
            words.executeUpdate();
        }

        /** The words without digits, of which Kontor keeps each once. */
        private static String letters(Collection<RecordRows> records) {
            return records.stream()
                    .flatMap(record -> record.tables().getOrDefault("record_text", List.of()).stream())
                    .flatMap(row -> Arrays.stream(row[TEXT].toString().strip().split(" ")))
                    .filter(word -> word.codePoints().noneMatch(Character::isDigit))
                    .distinct()
                    .collect(Collectors.joining(" "));
        }

        void write(Collection<RecordRows> records, Collection<String> tables) throws SQLException {
            for (String table : tables) {
                int rows = 0;
                for (RecordRows record : records) {
                    for (Object[] row : record.tables().getOrDefault(table, List.of())) {
                        PreparedStatement insert = insert(table);
                        for (int i = 0; i < row.length; i++) {
                            insert.setObject(i + 1, row[i]);
                        }
                        insert.addBatch();
                        rows++;
                    }
                }
                if (rows > 0) {
                    insert(table).executeBatch();
                }
            }
        }

        private PreparedStatement insert(String table) throws SQLException {
            PreparedStatement known = inserts.get(table);
            if (known == null) {
                known = connection.prepareStatement(text(table));
                inserts.put(table, known);
            }
            return known;
        }

        private String text(String table) throws SQLException {
            StringJoiner names = new StringJoiner(", ");
            StringJoiner marks = new StringJoiner(", ");
            try (PreparedStatement none = connection.prepareStatement("SELECT * FROM " + table + " LIMIT 0")) {
                ResultSetMetaData columns = none.getMetaData();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    names.add(columns.getColumnName(i));
                    marks.add("?");
                }
            }
            return "INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")";
        }
    }
}
