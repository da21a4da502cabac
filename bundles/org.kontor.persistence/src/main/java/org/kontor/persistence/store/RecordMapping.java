/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordHeader;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.Stamp;
import org.kontor.persistence.entity.CustomerEntity;
import org.kontor.persistence.entity.LocationEntity;
import org.kontor.persistence.entity.RecordEntity;
import org.kontor.spi.text.TextKeys;

/** Records ↔ rows. Lists are kept as lines of text: no element may hold a line break. Stateless. */
final class RecordMapping {
    private RecordMapping() {}

    static Class<? extends RecordEntity> entity(RecordType type) {
        return type == RecordType.CUSTOMER ? CustomerEntity.class : LocationEntity.class;
    }

    static RecordEntity newRow(RecordType type) {
        return type == RecordType.CUSTOMER ? new CustomerEntity() : new LocationEntity();
    }

    static BusinessRecord toRecord(RecordType type, RecordEntity row, List<CrossReference> references) {
        FieldValues.Builder values = FieldValues.builder();
        for (Field field : type.fields()) {
            Object value = toValue(field, row.get(field));
            if (value != null) {
                values.set(field, value);
            }
        }
        RecordHeader header = new RecordHeader(
                row.id,
                row.account,
                row.version,
                row.archived,
                new Stamp(row.createdAt, row.createdBy, row.createdThrough),
                new Stamp(row.changedAt, row.changedBy, row.changedThrough));
        return BusinessRecord.of(type, header, values.build(), references);
    }

    /** Writes everything but id and version, which belong to JPA. */
    static void toRow(BusinessRecord record, RecordEntity row) {
        for (Field field : record.type().fields()) {
            row.set(field, toColumn(field, record.values().get(field)));
        }
        RecordHeader header = record.header();
        row.account = header.managingAccount();
        row.nameKey = TextKeys.sortKey(record.name());
        String country = record.values().text(record.type().filters().get("country"));
        row.countryKey = country == null ? "" : country;
        row.archived = header.archived();
        row.createdAt = header.created().at();
        row.createdBy = header.created().by();
        row.createdThrough = header.created().through();
        row.changedAt = header.changed().at();
        row.changedBy = header.changed().by();
        row.changedThrough = header.changed().through();
    }

    private static Object toValue(Field field, Object column) {
        if (column == null) {
            return null;
        }
        return switch (field.valueType()) {
            case LINES, TAGS -> Arrays.asList(((String) column).split("\n", -1));
            case LATITUDE, LONGITUDE -> ((BigDecimal) column).stripTrailingZeros();
            case REFERENCE -> (UUID) column;
            default -> column;
        };
    }

    private static Object toColumn(Field field, Object value) {
        return value instanceof List<?> list
                ? String.join("\n", list.stream().map(String.class::cast).toList())
                : value;
    }
}
