/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Set;
import java.util.UUID;

import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;

/**
 * A list as the store understands it: a checked {@link RecordQuery} whose cursor is opened.
 *
 * @param words beginnings of words, folded by {@link org.kontor.spi.text.TextKeys}; all must match
 * @param after position behind which the page begins, or null
 * @param limit how many rows to give
 */
public record RecordList(
        RecordType type,
        UUID scope,
        Set<String> words,
        String country,
        UUID customer,
        RecordQuery.Archived archived,
        RecordQuery.Sort sort,
        Position after,
        int limit) {

    /** A place in a list: the sort key's text and the id that breaks ties. */
    public record Position(String key, UUID id) {}
}
