/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVRecord;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.ValueType;
import org.kontor.api.sync.SourceRecord;

/**
 * What the columns of a file mean: paths of fields; {@code customer} and {@code parent} hold codes; {@code externalId} is
 * the record's id in the other system and its code when there is no such column; {@code archived} is true or false; what
 * an export tells beside is passed over. What is empty is cleared; a column that is not there is left alone. Immutable.
 */
final class Columns {
    private static final String EXTERNAL_ID = "externalId";
    private static final String ARCHIVED = "archived";
    /** What an export has beside them; Kontor alone writes it. */
    private static final Set<String> PASSED_OVER = Set.of(
            "id",
            "version",
            "created.at",
            "created.by",
            "created.through",
            "changed.at",
            "changed.by",
            "changed.through");

    private static final Map<String, String> SHORT_NAMES = Map.of("customer", "customerId", "parent", "parentId");

    private final RecordType type;
    private final List<String> names;
    private final List<Optional<Field>> fields = new ArrayList<>();

    /** @throws UnreadableFileException when a column is not known, comes twice, or one that is needed is missing */
    Columns(RecordType type, List<String> header) {
        this.type = type;
        this.names = header.stream().map(String::strip).toList();
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            Optional<Field> field = type.field(SHORT_NAMES.getOrDefault(name, name));
            fields.add(field);
            if (field.isEmpty() && !name.equals(EXTERNAL_ID) && !name.equals(ARCHIVED) && !PASSED_OVER.contains(name)) {
                unknown.add(name.length() > 60 ? name.substring(0, 60) + "…" : name);
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnreadableFileException(
                    "There is no column " + unknown.stream().limit(10).toList() + "; columns are " + known() + "."
                            + (names.size() == 1 && names.get(0).contains(";")
                                    ? " They are separated by commas, not by semicolons."
                                    : ""));
        }
        Set<String> twice = CsvFile.duplicates(names);
        if (!twice.isEmpty()) {
            throw new UnreadableFileException("The columns " + twice + " are there twice.");
        }
        if (!names.contains(EXTERNAL_ID) && !names.contains("code")) {
            throw new UnreadableFileException("A column code or externalId is needed, to know a record again.");
        }
    }

    private String known() {
        Map<String, String> shortOf =
                SHORT_NAMES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        return type.fields().stream()
                        .map(field -> shortOf.getOrDefault(field.path(), field.path()))
                        .collect(Collectors.joining(", "))
                + ", " + EXTERNAL_ID + ", " + ARCHIVED;
    }

    SourceRecord record(long line, CSVRecord row) {
        if (row.size() != names.size()) {
            return SourceRecord.refused(
                    "line " + line,
                    new KontorException(
                            ErrorCode.MALFORMED_BODY,
                            "The row has " + row.size() + " columns, the header " + names.size() + "."));
        }
        FieldValues.Builder values = FieldValues.builder();
        Map<Field, String> references = new HashMap<>();
        Map<String, String> others = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String text = row.get(i).isBlank() ? null : row.get(i).strip();
            Field field = fields.get(i).orElse(null);
            if (field == null) {
                others.put(names.get(i), text);
            } else if (field.valueType() == ValueType.REFERENCE) {
                references.put(field, text);
            } else {
                values.set(field, value(field, text));
            }
        }
        return identified(line, values.build(), references, others);
    }

    private static Object value(Field field, String text) {
        return text != null && field.valueType() == ValueType.TAGS ? Arrays.asList(text.split(";")) : text;
    }

    private SourceRecord identified(
            long line, FieldValues values, Map<Field, String> references, Map<String, String> others) {
        String id = others.get(EXTERNAL_ID) != null ? others.get(EXTERNAL_ID) : values.text(type.codeField());
        if (id == null) {
            return SourceRecord.refused(
                    "line " + line,
                    KontorException.invalid(
                            "code", "required", "Code or externalId must be given, to know the record again.", null));
        }
        String archived = others.get(ARCHIVED);
        if (archived != null && !archived.equalsIgnoreCase("true") && !archived.equalsIgnoreCase("false")) {
            return SourceRecord.refused(
                    id, KontorException.invalid(ARCHIVED, "wrong_type", "Must be true or false.", archived));
        }
        return new SourceRecord(id, values, references, archived == null ? null : Boolean.valueOf(archived), null);
    }
}
