/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.persistence.EntityManager;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CrossReference;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordHeader;
import org.kontor.api.record.RecordType;
import org.kontor.api.record.Stamp;

/**
 * Rows read straight into records. JPA would keep two copies of each row and compare them at the end of the transaction;
 * for what is only read that costs several times the reading itself. Stateless.
 */
final class RecordRows {
    private record Row(RecordHeader header, FieldValues values) {}

    private RecordRows() {}

    /** The rows of a statement that selects {@link RecordTable#selected()}, with their cross references, in its order. */
    static List<BusinessRecord> read(EntityManager em, RecordType type, Sql sql) {
        List<Row> rows = sql.read(em, row -> row(type, row));
        Map<UUID, List<CrossReference>> references = new HashMap<>();
        for (List<UUID> chunk :
                Sets.chunks(rows.stream().map(row -> row.header().id()).toList())) {
            new Sql("SELECT x.record_id, x.connection, x.external_id FROM cross_reference x WHERE ")
                    .in("x.record_id", chunk)
                    .add(" ORDER BY x.connection, x.external_id")
                    .read(em, row -> references
                            .computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                            .add(new CrossReference(row.getString(2), row.getString(3))));
        }
        return rows.stream()
                .map(row -> BusinessRecord.of(
                        type,
                        row.header(),
                        row.values(),
                        references.getOrDefault(row.header().id(), List.of())))
                .toList();
    }

    private static Row row(RecordType type, ResultSet row) throws SQLException {
        RecordHeader header = new RecordHeader(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getLong(3),
                row.getBoolean(4),
                stamp(row, 5),
                stamp(row, 8));
        FieldValues.Builder values = FieldValues.builder();
        int column = 11;
        for (Field field : type.fields()) {
            Object value = value(field, row, column++);
            if (value != null) {
                values.set(field, value);
            }
        }
        Json.custom(type, row.getString(column), values);
        return new Row(header, values.build());
    }

    private static Stamp stamp(ResultSet row, int column) throws SQLException {
        return new Stamp(
                row.getObject(column, OffsetDateTime.class).toInstant(),
                row.getString(column + 1),
                row.getString(column + 2));
    }

    private static Object value(Field field, ResultSet row, int column) throws SQLException {
        return switch (field.valueType()) {
            case REFERENCE -> row.getObject(column, UUID.class);
            case FLAG -> row.getBoolean(column);
            case LATITUDE, LONGITUDE -> {
                BigDecimal number = row.getBigDecimal(column);
                yield number == null ? null : number.stripTrailingZeros();
            }
            case LINES, TAGS -> {
                String lines = row.getString(column);
                yield lines == null ? null : Arrays.asList(lines.split("\n", -1));
            }
            default -> row.getString(column);
        };
    }
}
