/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.util.List;
import java.util.Map;

import org.kontor.api.record.Field;
import org.kontor.api.sync.MergeRule;
import org.kontor.mapping.expression.Expression;

/** The compiled lines of a mapping file. */
final class Rules {
    private Rules() {}

    /** Where something stands in the file. */
    record Place(int line, int column, String key) {}

    /** An expression in its place; expression positions and errors are told by it. */
    record Source(Place place, Expression expression) {}

    /**
     * What comes in for a field.
     *
     * @param value null when the field only goes out
     * @param when null for always
     */
    record In(Field field, Source value, Source when, Table table, MergeRule merge) {}

    /**
     * What goes out.
     *
     * @param name for people: our field's path, or the remote path
     * @param to names, one by one
     */
    record Out(String name, String key, List<String> to, Place place, Source value, Source when, Table table) {}

    record Let(String name, Source value) {}

    /** @param otherwise null for a refusal; see {@link #hasOtherwise} */
    record Table(Map<String, String> toOurs, Map<String, String> toTheirs, String otherwise, boolean hasOtherwise) {}
}
