/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.error.Violation;
import org.kontor.api.record.Field;
import org.kontor.api.sync.SourceRecord;

/** Tries a mapping file on a payload, and writes nothing (requirement S16). */
public final class MappingTest {
    private MappingTest() {}

    /**
     * @param errors what is wrong with the file; then there are no records
     * @param records what each record of the payload becomes, in order
     */
    public record Result(List<MappingError> errors, List<TriedRecord> records) {
        public Result {
            errors = List.copyOf(errors);
            records = List.copyOf(records);
        }
    }

    /** @param fields those that are mapped, and whose condition held, in the order of the file */
    public record TriedRecord(SourceRecord record, List<TriedField> fields) {
        public TriedRecord {
            fields = List.copyOf(fields);
        }
    }

    /**
     * @param value what would come in: a text, a list of texts, or null
     * @param line of the expression, from 1
     * @param violation what is wrong with it, or null
     */
    public record TriedField(Field field, Object value, String expression, int line, Violation violation) {}

    /** @param file its name, for the errors; {@code text} what it says */
    public static Result run(String file, String text, JsonNode payload, Lookups lookups) {
        MappingReading reading = Mapping.read(file, text);
        return reading.errors().isEmpty()
                ? run(reading.mapping(), payload, lookups)
                : new Result(reading.errors(), List.of());
    }

    public static Result run(Mapping mapping, JsonNode payload, Lookups lookups) {
        List<List<TriedField>> fields = new ArrayList<>();
        List<SourceRecord> records = new Incoming(mapping, payload, lookups, new Incoming.Listener() {
                    @Override
                    public void record(int number) {
                        fields.add(new ArrayList<>());
                    }

                    @Override
                    public void field(Field field, Object value, Violation violation) {
                        Mapping.FieldRule rule = mapping.rule(field).orElseThrow();
                        fields.get(fields.size() - 1)
                                .add(new TriedField(field, value, rule.expression(), rule.line(), violation));
                    }
                })
                .all();
        List<TriedRecord> tried = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            tried.add(new TriedRecord(records.get(i), i < fields.size() ? fields.get(i) : List.of()));
        }
        return new Result(List.of(), tried);
    }
}
