/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Passes over rows of parties that an earlier listing led to: a party and its children mostly change together. It remembers a
 * bounded number of them; of more, some are read twice, which costs time only.
 */
final class OnceEach implements UnaryOperator<List<Row>> {
    private static final int MOST = 100_000;

    private final Set<Long> parties = new HashSet<>();

    @Override
    public List<Row> apply(List<Row> rows) {
        List<Row> fresh = rows.stream()
                .filter(row -> row.party() != null && !parties.contains(row.party()))
                .toList();
        for (Row row : fresh) {
            if (parties.size() < MOST) {
                parties.add(row.party());
            }
        }
        return fresh;
    }
}
