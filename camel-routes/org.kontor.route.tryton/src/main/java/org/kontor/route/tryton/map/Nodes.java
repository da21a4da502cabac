/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads fields of rows as Tryton answers them; the fields of a linked row stand under its name with a dot at the end. */
final class Nodes {
    /** As Tryton shows lists: by sequence, rows without one first, then by age. */
    private static final Comparator<JsonNode> ORDER = Comparator.<JsonNode>comparingInt(row ->
                    row.path("sequence").isNumber() ? row.path("sequence").asInt() : Integer.MIN_VALUE)
            .thenComparingLong(row -> row.path("id").asLong());

    private Nodes() {}

    /** The text of a field, or null when it is empty. */
    static String text(JsonNode row, String field) {
        String text = row.path(field).asText("").strip();
        return row.path(field).isNull() || text.isEmpty() ? null : text;
    }

    /** The text of a field of the one linked row, or null. */
    static String text(JsonNode row, String link, String field) {
        return text(row.path(link + "."), field);
    }

    /** The lines of a field that are not blank, or null when there are none. */
    static List<String> lines(JsonNode row, String field) {
        String text = text(row, field);
        return text == null
                ? null
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    /** The linked rows, in order. */
    static Stream<JsonNode> rows(JsonNode row, String link) {
        return StreamSupport.stream(row.path(link + ".").spliterator(), false).sorted(ORDER);
    }

    /** Whether a row is in use; rows of models that cannot be archived are. */
    static boolean active(JsonNode row) {
        return row.path("active").asBoolean(true);
    }
}
