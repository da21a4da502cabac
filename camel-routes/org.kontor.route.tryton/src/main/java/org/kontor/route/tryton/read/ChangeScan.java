/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Goes through the changed rows of all models, and passes over those that were read already. */
final class ChangeScan {
    private static final int LISTED = 1000;
    private static final Model[] MODELS = Model.values();

    private final Tables tables;
    private final Store store;
    private final Instant from;
    private final Consumer<Instant> dates;
    private int model;
    private long lastId;

    /** @param dates is told the dates of all rows, also of those passed over */
    ChangeScan(Tables tables, Store store, Instant from, Consumer<Instant> dates) {
        this.tables = tables;
        this.store = store;
        this.from = from;
        this.dates = dates;
    }

    /** The next rows that were not yet read at their state; empty at the end. */
    List<Row> next() {
        while (model < MODELS.length) {
            List<Row> rows = tables.changedSince(from, MODELS[model], lastId, LISTED);
            if (rows.size() < LISTED) {
                model++;
                lastId = 0;
            } else {
                lastId = rows.get(rows.size() - 1).id();
            }
            rows.forEach(row -> dates.accept(row.stamp()));
            List<Row> unseen = store.unseen(rows);
            if (!unseen.isEmpty()) {
                return unseen;
            }
        }
        return List.of();
    }
}
