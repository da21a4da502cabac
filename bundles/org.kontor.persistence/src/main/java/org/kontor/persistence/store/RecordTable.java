/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.Stamp;
import org.kontor.api.sync.MatchKey;
import org.kontor.spi.text.MatchKeys;
import org.kontor.spi.text.SortKeys;

/**
 * The table of a type of records: its columns, and a record as a row of it. Lists are kept as lines of text: no element may
 * hold a line break. Immutable.
 */
final class RecordTable {
    private static final Map<RecordType, RecordTable> TABLES = new EnumMap<>(RecordType.class);

    static {
        for (RecordType type : RecordType.values()) {
            TABLES.put(type, new RecordTable(type));
        }
    }

    /** The values of custom fields, as JSON. */
    private static final String CUSTOM = "custom_values";

    private record Column(String name, Function<BusinessRecord, Object> value) {}

    /** The columns of which a record is made, in the order in which {@link RecordRows} reads them: the header, the
     * fields, the custom fields. */
    private final List<Column> columns = new ArrayList<>();

    private final String selected;
    private final String insert;
    private final String update;
    private final String delete;

    private RecordTable(RecordType type) {
        column("id", BusinessRecord::id);
        column("account_id", record -> record.header().managingAccount());
        column("version", BusinessRecord::version);
        column("archived", BusinessRecord::archived);
        stamp("created", record -> record.header().created());
        stamp("changed", record -> record.header().changed());
        for (Field field : type.fields()) {
            column(name(field), record -> value(field, record.values().get(field)));
        }
        column(CUSTOM, record -> text(Json.custom(record.values().custom())));
        selected = columns.stream().map(column -> "t." + column.name()).collect(Collectors.joining(", "));
        addKeys(type);
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        insert = "INSERT INTO " + type.key() + " (" + names + ") VALUES " + Sets.marks(columns.size());
        update = columns.stream()
                .map(column -> column.name() + " = ?")
                .collect(Collectors.joining(", ", "UPDATE " + type.key() + " SET ", " WHERE id = ? AND version = ?"));
        delete = "DELETE FROM " + type.key() + " WHERE id = ? AND version = ?";
    }

    /** What records are sorted and matched by; it is never read. */
    private void addKeys(RecordType type) {
        column("name_key", SortKeys::name);
        column("country_key", SortKeys::country);
        if (type == RecordType.CUSTOMER) {
            matchKey(MatchKey.TAX_ID);
            matchKey(MatchKey.EMAIL);
            matchKey(MatchKey.DOMAIN);
        }
    }

    private void column(String name, Function<BusinessRecord, Object> value) {
        columns.add(new Column(name, value));
    }

    private void stamp(String name, Function<BusinessRecord, Stamp> stamp) {
        column(name + "_at", record -> stamp.apply(record).at().atOffset(ZoneOffset.UTC));
        column(name + "_by", record -> stamp.apply(record).by());
        column(name + "_through", record -> stamp.apply(record).through());
    }

    private void matchKey(MatchKey key) {
        column(column(key), record -> text(MatchKeys.of(key, record.type(), record.values())));
    }

    /** The column that holds what customers are matched by. */
    static String column(MatchKey key) {
        return switch (key) {
            case TAX_ID -> "tax_id_key";
            case EMAIL -> "email_key";
            case DOMAIN -> "domain_key";
            case CODE -> throw new IllegalArgumentException("Codes are found by byCodes");
        };
    }

    static RecordTable of(RecordType type) {
        return TABLES.get(type);
    }

    /** What a statement selects from the row {@code t} to be read by {@link RecordRows}. */
    String selected() {
        return selected;
    }

    /** Its rows are those of {@link #row}. */
    Batch inserts() {
        return new Batch(insert);
    }

    /** Its rows are those of {@link #row}, with id and version of what is changed behind them. */
    Batch updates() {
        return new Batch(update);
    }

    /** Its rows are id and version. */
    Batch deletes() {
        return new Batch(delete);
    }

    /** The record in the order of the columns, with these values behind it. */
    Object[] row(BusinessRecord record, Object... behind) {
        return Stream.concat(columns.stream().map(column -> column.value().apply(record)), Arrays.stream(behind))
                .toArray();
    }

    private static Object value(Field field, Object value) {
        return switch (field.valueType()) {
            case REFERENCE, FLAG -> value;
            case LATITUDE, LONGITUDE -> value == null ? Batch.Nothing.NUMBER : value;
            case LINES, TAGS -> text(value == null ? null : String.join("\n", lines(value)));
            default -> text((String) value);
        };
    }

    @SuppressWarnings("unchecked") // by ValueType, lists hold strings
    private static List<String> lines(Object value) {
        return (List<String>) value;
    }

    private static Object text(String value) {
        return value == null ? Batch.Nothing.TEXT : value;
    }

    /** {@code billingAddress.city} is kept in {@code billing_address_city}. */
    private static String name(Field field) {
        return field.path().replaceAll("([A-Z])", "_$1").replace('.', '_').toLowerCase(Locale.ROOT);
    }
}
