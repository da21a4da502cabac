/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.List;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordHeader;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.MatchKey;
import org.kontor.persistence.entity.CustomerEntity;
import org.kontor.persistence.entity.LocationEntity;
import org.kontor.persistence.entity.RecordEntity;
import org.kontor.spi.text.MatchKeys;
import org.kontor.spi.text.SortKeys;

/** Records to rows of JPA. Lists are kept as lines of text: no element may hold a line break. Stateless. */
final class RecordMapping {
    private RecordMapping() {}

    static Class<? extends RecordEntity> entity(RecordType type) {
        return type == RecordType.CUSTOMER ? CustomerEntity.class : LocationEntity.class;
    }

    static RecordEntity newRow(RecordType type) {
        return type == RecordType.CUSTOMER ? new CustomerEntity() : new LocationEntity();
    }

    /** Writes everything but id and version, which belong to JPA. */
    static void toRow(BusinessRecord record, RecordEntity row) {
        for (Field field : record.type().fields()) {
            row.set(field, toColumn(field, record.values().get(field)));
        }
        RecordHeader header = record.header();
        row.account = header.managingAccount();
        row.nameKey = SortKeys.name(record);
        row.countryKey = SortKeys.country(record);
        if (row instanceof CustomerEntity customer) {
            customer.taxIdKey = MatchKeys.of(MatchKey.TAX_ID, record.type(), record.values());
            customer.emailKey = MatchKeys.of(MatchKey.EMAIL, record.type(), record.values());
            customer.domainKey = MatchKeys.of(MatchKey.DOMAIN, record.type(), record.values());
        }
        row.archived = header.archived();
        row.createdAt = header.created().at();
        row.createdBy = header.created().by();
        row.createdThrough = header.created().through();
        row.changedAt = header.changed().at();
        row.changedBy = header.changed().by();
        row.changedThrough = header.changed().through();
    }

    private static Object toColumn(Field field, Object value) {
        return value instanceof List<?> list
                ? String.join("\n", list.stream().map(String.class::cast).toList())
                : value;
    }
}
