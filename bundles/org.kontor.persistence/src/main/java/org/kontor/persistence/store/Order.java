/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordQuery.Sort;
import org.kontor.spi.store.RecordList;
import org.kontor.spi.text.SortKeys;

/** The order of a list, and the place in it behind which a page begins. Each key has an index in just this order. */
enum Order {
    NAME(List.of("name_key"), Comparator.comparing(SortKeys::name)),
    CODE(List.of("code"), Comparator.comparing(BusinessRecord::code)),
    COUNTRY(
            List.of("country_key", "name_key"),
            Comparator.comparing(SortKeys::country).thenComparing(SortKeys::name)),
    CHANGED(
            List.of("changed_at"),
            Comparator.comparing(row -> row.header().changed().at()));

    private final List<String> columns;
    private final Comparator<BusinessRecord> comparator;

    Order(List<String> columns, Comparator<BusinessRecord> comparator) {
        this.columns = new ArrayList<>(columns);
        this.columns.add("id");
        this.comparator = comparator.thenComparing(row -> row.id().toString());
    }

    /** An order with its direction. */
    record Directed(Order order, boolean descending) {
        Comparator<BusinessRecord> comparator() {
            return descending ? order.comparator.reversed() : order.comparator;
        }

        String clause() {
            return " ORDER BY "
                    + order.columns.stream()
                            .map(column -> "t." + column + (descending ? " DESC" : ""))
                            .collect(Collectors.joining(", "));
        }

        /** Adds the condition of the keyset; nothing for the first page. */
        void behind(Sql sql, RecordList.Position after) {
            if (after == null) {
                return;
            }
            List<Object> values = new ArrayList<>(after.keys());
            if (order == CHANGED) {
                values.set(0, Timestamp.from(Instant.parse(after.keys().get(0))));
            }
            values.add(after.id());
            String columns = order.columns.stream().map(column -> "t." + column).collect(Collectors.joining(", "));
            sql.add(
                    " AND (" + columns + ") " + (descending ? "<" : ">") + " " + Sets.marks(values.size()),
                    values.toArray());
        }
    }

    static Directed of(Sort sort) {
        return new Directed(valueOf(sort.key().name()), sort.descending());
    }
}
