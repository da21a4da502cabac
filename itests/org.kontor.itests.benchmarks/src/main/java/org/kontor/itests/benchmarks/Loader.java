/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.itests.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.UUID;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.kontor.api.audit.FieldChange;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.MatchKey;
import org.kontor.spi.text.MatchKeys;
import org.kontor.spi.text.TextKeys;

/**
 * Fills a migrated database with customers, as if each had been created over REST: the customer, its words, audit and
 * feed. By COPY, with the indexes made afterwards. Not thread-safe.
 */
final class Loader {
    static final String OPERATOR = "00000000-0000-7000-8000-000000000001";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHUNK = 20_000;
    /** One customer a second up to this moment. */
    private static final Instant LAST = Instant.parse("2026-01-01T00:00:00Z");

    private final Connection connection;
    private final Map<String, List<String>> columns = new LinkedHashMap<>();
    private final Map<String, StringBuilder> rows = new LinkedHashMap<>();

    Loader(Connection connection) {
        this.connection = connection;
    }

    /** Customers 1 to {@code count}. */
    void load(int count) throws SQLException, IOException {
        Map<String, String> indexes = indexes();
        for (String index : indexes.keySet()) {
            run("DROP INDEX " + index);
        }
        for (int number = 1; number <= count; number++) {
            add(number, LAST.minusSeconds(count - number));
            if (number % CHUNK == 0 || number == count) {
                copy();
            }
        }
        run("INSERT INTO record_text (record_id, record_type, text) SELECT record_id, record_type,"
                + " ' ' || string_agg(word, ' ' ORDER BY word) || ' ' FROM search_word WHERE record_type = 'customer' AND word NOT LIKE '#%' GROUP BY"
                + " record_id, record_type");
        run(
                "INSERT INTO known_word (word) SELECT DISTINCT s.word FROM search_word s WHERE s.word !~ '[0-9]' AND s.word NOT LIKE"
                        + " '#%' AND NOT EXISTS (SELECT 1 FROM known_word k WHERE k.word = s.word)");
        run("UPDATE feed_sequencer SET last_position = " + count);
        run("SELECT setval('customer_number', " + count + ")");
        for (String index : indexes.values()) {
            run(index);
        }
        run("VACUUM (ANALYZE)");
    }

    /** Definitions by name, but for those that hold a constraint. */
    private Map<String, String> indexes() throws SQLException {
        Map<String, String> indexes = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname ="
                                + " 'public' AND indexname NOT IN (SELECT conname FROM pg_constraint)")) {
            while (result.next()) {
                indexes.put(result.getString(1), result.getString(2));
            }
        }
        return indexes;
    }

    private void add(int number, Instant at) throws JsonProcessingException {
        Map<CustomerField, Object> values = MadeUpCustomers.number(number);
        String id = id(at, number);
        String entry = id(at.plusMillis(1), -number);
        Map<String, Object> customer = new LinkedHashMap<>();
        List<FieldChange> changes = new ArrayList<>();
        customer.put("id", id);
        customer.put("account_id", OPERATOR);
        customer.put("version", 1);
        customer.put("archived", false);
        for (String what : List.of("created", "changed")) {
            customer.put(what + "_at", at);
            customer.put(what + "_by", "admin");
            customer.put(what + "_through", "rest");
        }
        customer.put("name_key", TextKeys.sortKey((String) values.get(CustomerField.NAME)));
        customer.put("country_key", values.get(CustomerField.ADDRESS_COUNTRY));
        for (MatchKey key : List.of(MatchKey.TAX_ID, MatchKey.EMAIL, MatchKey.DOMAIN)) {
            customer.put(
                    key.name().toLowerCase(Locale.ROOT) + "_key",
                    MatchKeys.of(key, RecordType.CUSTOMER, FieldValues.of(values)));
        }
        for (CustomerField field : CustomerField.values()) {
            Object value = values.get(field);
            customer.put(
                    column(field),
                    value instanceof List<?> list
                            ? String.join(
                                    "\n", list.stream().map(String.class::cast).toList())
                            : value);
            if (value != null) {
                changes.add(new FieldChange(
                        field.path(),
                        null,
                        value instanceof List<?> ? JSON.writeValueAsString(value) : value.toString()));
            }
        }
        row("customer", customer);
        for (String word : words(values)) {
            row("search_word", Map.of("record_type", "customer", "word", word, "record_id", id));
        }
        Map<String, Object> audit = new LinkedHashMap<>();
        audit.put("id", entry);
        audit.put("account_id", OPERATOR);
        audit.put("at", at);
        audit.put("actor_id", OPERATOR);
        audit.put("actor", "admin");
        audit.put("source", "rest");
        audit.put("action", "CREATE");
        audit.put("record_type", "customer");
        audit.put("record_id", id);
        audit.put("record_version", 1);
        audit.put("correlation", entry);
        row("audit_entry", audit);
        row("audit_value", Map.of("entry_id", entry, "changes", JSON.writeValueAsString(changes)));
        Map<String, Object> feed = new LinkedHashMap<>(audit);
        feed.keySet().removeAll(List.of("actor_id", "actor", "correlation"));
        feed.put("position", number);
        row("change_feed", feed);
    }

    /** What a customer is found by. */
    private static Collection<String> words(Map<CustomerField, Object> values) {
        List<String> texts = new ArrayList<>();
        for (CustomerField field : List.of(
                CustomerField.NAME,
                CustomerField.CODE,
                CustomerField.EMAIL,
                CustomerField.TAX_ID,
                CustomerField.WEB_ADDRESS,
                CustomerField.ADDRESS_CITY)) {
            texts.add((String) values.get(field));
        }
        List<String> tags = new ArrayList<>();
        if (values.get(CustomerField.TAGS) instanceof List<?> list) {
            list.forEach(tag -> tags.add((String) tag));
        }
        texts.addAll(tags);
        Collection<String> words = TextKeys.words(texts);
        tags.forEach(tag -> words.add(TextKeys.tagTerm(tag)));
        return words;
    }

    /** {@code billingAddress.city} is kept in {@code billing_address_city}. */
    private static String column(CustomerField field) {
        return field.path().replaceAll("([A-Z])", "_$1").replace('.', '_').toLowerCase(Locale.ROOT);
    }

    /** A UUIDv7 of that time. */
    private static String id(Instant at, int number) {
        SplittableRandom random = new SplittableRandom(number);
        long high = at.toEpochMilli() << 16 | 0x7000L | random.nextLong() & 0xFFFL;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private void row(String table, Map<String, Object> row) {
        List<String> names = columns.computeIfAbsent(table, name -> List.copyOf(row.keySet()));
        StringBuilder text = rows.computeIfAbsent(table, name -> new StringBuilder());
        StringJoiner line = new StringJoiner("\t", "", "\n");
        for (String name : names) {
            Object value = row.get(name);
            line.add(
                    value == null
                            ? "\\N"
                            : value.toString()
                                    .replace("\\", "\\\\")
                                    .replace("\t", "\\t")
                                    .replace("\n", "\\n")
                                    .replace("\r", "\\r"));
        }
        text.append(line);
    }

    private void copy() throws SQLException {
        for (Map.Entry<String, StringBuilder> table : rows.entrySet()) {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table.getKey() + " (" + String.join(", ", columns.get(table.getKey()))
                            + ") FROM STDIN");
            byte[] bytes = table.getValue().toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
            table.getValue().setLength(0);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
