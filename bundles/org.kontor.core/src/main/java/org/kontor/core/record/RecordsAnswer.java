/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordHeader;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.Stamp;

/** Records as JSON, whole: what is read is what was written. Thread-safe. */
final class RecordsAnswer implements Answer<List<BusinessRecord>> {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private record Stored(
            String type,
            UUID id,
            UUID account,
            long version,
            boolean archived,
            List<String> created,
            List<String> changed,
            Map<String, Object> values,
            List<List<String>> references) {}

    @Override
    public String write(List<BusinessRecord> records) {
        try {
            return MAPPER.writeValueAsString(
                    records.stream().map(RecordsAnswer::store).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records cannot be written as JSON", e);
        }
    }

    @Override
    public List<BusinessRecord> read(String text) {
        try {
            List<BusinessRecord> records = new ArrayList<>();
            for (Stored stored : MAPPER.readValue(text, Stored[].class)) {
                records.add(restore(stored));
            }
            return records;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored records cannot be read", e);
        }
    }

    private static Stored store(BusinessRecord record) {
        RecordHeader header = record.header();
        Map<String, Object> values = new LinkedHashMap<>();
        record.values()
                .forEach((field, value) -> values.put(field.path(), isPlain(field, value) ? value : value.toString()));
        return new Stored(
                record.type().key(),
                header.id(),
                header.managingAccount(),
                header.version(),
                header.archived(),
                stamp(header.created()),
                stamp(header.changed()),
                values,
                record.crossReferences().stream()
                        .map(reference -> List.of(reference.connection(), reference.externalId()))
                        .toList());
    }

    /** Whether JSON gives back what it is, or what makes it of that. */
    private static boolean isPlain(Field field, Object value) {
        return value instanceof List<?> || value instanceof Boolean || field instanceof CustomField;
    }

    private static BusinessRecord restore(Stored stored) {
        RecordType type = RecordType.ofKey(stored.type()).orElseThrow();
        FieldValues.Builder values = FieldValues.builder();
        stored.values()
                .forEach((path, value) -> type.field(path).ifPresent(field -> values.set(field, value(field, value))));
        return BusinessRecord.of(
                type,
                new RecordHeader(
                        stored.id(),
                        stored.account(),
                        stored.version(),
                        stored.archived(),
                        stamp(stored.created()),
                        stamp(stored.changed())),
                values.build(),
                stored.references().stream()
                        .map(pair -> new CrossReference(pair.get(0), pair.get(1)))
                        .toList());
    }

    private static Object value(Field field, Object value) {
        if (field instanceof CustomField) {
            return value instanceof Number number ? new BigDecimal(number.toString()) : value;
        }
        return switch (field.valueType()) {
            case LATITUDE, LONGITUDE -> new BigDecimal((String) value);
            case FLAG -> value instanceof Boolean ? value : Boolean.valueOf((String) value);
            case REFERENCE -> UUID.fromString((String) value);
            default -> value;
        };
    }

    private static List<String> stamp(Stamp stamp) {
        return List.of(stamp.at().toString(), stamp.by(), stamp.through());
    }

    private static Stamp stamp(List<String> parts) {
        return new Stamp(Instant.parse(parts.get(0)), parts.get(1), parts.get(2));
    }
}
