/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;

/**
 * A list as the store understands it: a checked {@link RecordQuery} whose cursor is opened.
 *
 * @param words folded by {@link org.kontor.spi.text.TextKeys}; all must match
 * @param match how the words are looked for
 * @param where checked values that fields must have; of tags one tag
 * @param custom of each custom field the declarations that may be meant, with the value as each of them knows it
 * @param after position behind which the page begins, or null
 * @param limit how many rows to give
 */
public record RecordList(
        RecordType type,
        UUID scope,
        Set<String> words,
        RecordQuery.Match match,
        Map<Field, Object> where,
        Map<CustomField, Map<UUID, Object>> custom,
        RecordQuery.Archived archived,
        RecordQuery.Sort sort,
        Position after,
        int limit) {

    /** A place in a list: the texts of the sort key's parts and the id that breaks ties. */
    public record Position(List<String> keys, UUID id) {}
}
