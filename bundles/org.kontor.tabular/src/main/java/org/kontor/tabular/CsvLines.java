/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.ValueType;

/**
 * CSV (RFC 4180) in the columns that CSV files are read in, so that an export can be imported again: records that others
 * refer to stand there by their codes, which are looked up for many records at once. Not thread-safe.
 */
public final class CsvLines implements RecordLines<BusinessRecord> {
    /** Gives the codes of records. */
    public interface Codes {
        /** @param ids at most {@value RecordQuery#MAX_LIMIT} */
        Map<UUID, String> of(RecordType type, Set<UUID> ids);
    }

    /** A column that the record itself has the value of. */
    private record Own(String name, Function<BusinessRecord, Object> value) {}

    private static final List<Own> BEFORE =
            List.of(new Own("id", BusinessRecord::id), new Own("version", BusinessRecord::version));
    private static final List<Own> BEHIND = List.of(
            new Own("archived", BusinessRecord::archived),
            new Own("created.at", record -> record.header().created().at()),
            new Own("created.by", record -> record.header().created().by()),
            new Own("created.through", record -> record.header().created().through()),
            new Own("changed.at", record -> record.header().changed().at()),
            new Own("changed.by", record -> record.header().changed().by()),
            new Own("changed.through", record -> record.header().changed().through()));

    private final CSVPrinter printer;
    private final Codes codes;
    private final List<Field> fields;
    private final List<Own> behind;
    private final List<BusinessRecord> waiting = new ArrayList<>();

    /** @param shown which of the columns are wanted, by path; id and version stand there always */
    public CsvLines(OutputStream out, RecordType type, Predicate<String> shown, Codes codes) throws IOException {
        this(out, type, List.of(), shown, codes);
    }

    /**
     * @param custom custom fields that have a column, too
     * @param shown which of the columns are wanted, by path; id and version stand there always
     */
    public CsvLines(OutputStream out, RecordType type, List<CustomField> custom, Predicate<String> shown, Codes codes)
            throws IOException {
        this.codes = codes;
        fields = Stream.concat(type.fields().stream(), custom.stream())
                .filter(field -> shown.test(field.path()))
                .toList();
        behind = BEHIND.stream().filter(column -> shown.test(column.name())).toList();
        printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
        List<String> header = new ArrayList<>();
        BEFORE.forEach(column -> header.add(column.name()));
        fields.forEach(field -> header.add(isReference(field) ? field.filter() : field.path()));
        behind.forEach(column -> header.add(column.name()));
        printer.printRecord(header);
    }

    private static boolean isReference(Field field) {
        return field.valueType() == ValueType.REFERENCE;
    }

    @Override
    public void write(BusinessRecord record) throws IOException {
        waiting.add(record);
        if (waiting.size() == RecordQuery.MAX_LIMIT) {
            print();
        }
    }

    @Override
    public void finish() throws IOException {
        print();
        printer.flush();
    }

    private void print() throws IOException {
        Map<Field, Map<UUID, String>> known = new HashMap<>();
        for (Field field : fields) {
            if (isReference(field)) {
                known.put(field, codes(field));
            }
        }
        for (BusinessRecord record : waiting) {
            List<Object> row = new ArrayList<>();
            BEFORE.forEach(column -> row.add(column.value().apply(record)));
            for (Field field : fields) {
                row.add(
                        isReference(field)
                                ? code(known.get(field), record.values().reference(field))
                                : text(field, record.values().get(field)));
            }
            behind.forEach(column -> row.add(column.value().apply(record)));
            printer.printRecord(row);
        }
        waiting.clear();
    }

    private static String code(Map<UUID, String> codes, UUID id) {
        return id == null ? null : codes.get(id);
    }

    private Map<UUID, String> codes(Field field) {
        Set<UUID> ids = new HashSet<>();
        for (BusinessRecord record : waiting) {
            UUID id = record.values().reference(field);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids.isEmpty() ? Map.of() : codes.of(field.target(), ids);
    }

    private static Object text(Field field, Object value) {
        if (!(value instanceof List<?> list)) {
            return value instanceof java.math.BigDecimal number ? number.toPlainString() : value;
        }
        List<String> parts = list.stream().map(Object::toString).toList();
        return field.valueType() == ValueType.TAGS ? TagList.join(parts) : String.join("\n", parts);
    }
}
