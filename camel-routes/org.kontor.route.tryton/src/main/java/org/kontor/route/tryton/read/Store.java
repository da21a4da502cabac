/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.kontor.api.sync.Progress;
import org.kontor.api.sync.Synchronisation;

/** What the engine remembers for one connection. */
final class Store {
    private final String connection;
    private final Synchronisation synchronisation;

    Store(String connection, Synchronisation synchronisation) {
        this.connection = connection;
        this.synchronisation = synchronisation;
    }

    /** @return null when nothing was read yet */
    Position position() {
        return synchronisation.cursor(connection).map(Position::parse).orElse(null);
    }

    void advance(Position position) {
        synchronisation.advance(connection, new Progress(position.text(), List.of()));
    }

    /** Remembers rows that lead to no record. */
    void remember(Collection<Row> rows) {
        synchronisation.advance(
                connection, new Progress(null, rows.stream().map(Row::seen).toList()));
    }

    /** Those of the rows that were not yet read at their state. */
    List<Row> unseen(List<Row> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Set<Progress.Seen> seen =
                synchronisation.seen(connection, rows.stream().map(Row::seen).toList());
        return rows.stream().filter(row -> !seen.contains(row.seen())).toList();
    }

    void forget(Instant before) {
        synchronisation.forgetSeen(connection, Row.text(before));
    }
}
