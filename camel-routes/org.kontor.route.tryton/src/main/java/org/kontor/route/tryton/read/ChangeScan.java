/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.util.List;
import java.util.function.UnaryOperator;

/** Goes through the changed rows of all models, and passes over those that are not wanted. */
final class ChangeScan {
    private static final int LISTED = 1000;
    private static final Model[] MODELS = Model.values();

    /** Lists changed rows of a model, by id. */
    @FunctionalInterface
    interface Listing {
        List<Row> rows(Model model, long afterId, int limit);
    }

    private final Listing listing;
    private final UnaryOperator<List<Row>> wanted;
    private int model;
    private long lastId;

    /** @param wanted those of the rows that are to be read */
    ChangeScan(Listing listing, UnaryOperator<List<Row>> wanted) {
        this.listing = listing;
        this.wanted = wanted;
    }

    /** The next rows that are to be read; empty at the end. */
    List<Row> next() {
        while (model < MODELS.length) {
            List<Row> rows = listing.rows(MODELS[model], lastId, LISTED);
            if (rows.size() < LISTED) {
                model++;
                lastId = 0;
            } else {
                lastId = rows.get(rows.size() - 1).id();
            }
            List<Row> found = wanted.apply(rows);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}
