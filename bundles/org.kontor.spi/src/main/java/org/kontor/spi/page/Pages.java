/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.page;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.kontor.api.record.Page;

/** Pages of rows that are ordered by their ids alone. Thread-safe. */
public interface Pages {
    /** The longest page. */
    int MAX_LIMIT = 200;

    /**
     * @param query everything that decides the list but the page: a cursor is good for it alone
     * @param limit 1 to {@value #MAX_LIMIT}
     * @param rowsFrom the rows behind an id (null: from the beginning), at most one more than the limit
     * @throws org.kontor.api.error.KontorException {@code invalid_cursor}; {@code invalid_input} for a limit out of range
     */
    <T> Page<T> byId(String query, String cursor, int limit, Function<T, UUID> id, Function<UUID, List<T>> rowsFrom);
}
