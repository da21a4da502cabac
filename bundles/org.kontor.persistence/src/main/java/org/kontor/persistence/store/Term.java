/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.kontor.api.record.Field;
import org.kontor.spi.store.RecordList;
import org.kontor.spi.text.TextKeys;
import org.kontor.spi.text.ValueKeys;

/**
 * One condition of a list that has an index of its own: as the set of the records that meet it, and as a question about
 * one record. Immutable.
 *
 * @param table where it is kept apart from the records, or null when it is a column of theirs
 * @param condition on {@code w}, the row of that table, or on {@code t}, the record's row
 * @param byArchive whether the column's index begins with the archive mark; the other indexes do not hold it
 * @param costly whether counting the records takes as long as finding them all: the index gives them only at one go
 */
record Term(RecordList list, String table, String condition, List<Object> values, boolean byArchive, boolean costly) {
    private static Term apart(RecordList list, String table, String condition, List<Object> values, boolean costly) {
        return new Term(list, table, condition, values, false, costly);
    }

    static Term words(RecordList list, String beginning) {
        return apart(list, "search_word", "w.word >= ? AND w.word < ?", List.of(beginning, behind(beginning)), false);
    }

    /** A word that begins so, or one of the words that are much like it. */
    static Term similar(RecordList list, String beginning, List<String> words) {
        if (words.isEmpty()) {
            return words(list, beginning);
        }
        List<Object> values = new ArrayList<>(List.of(beginning, behind(beginning)));
        values.addAll(words);
        return apart(
                list,
                "search_word",
                "(w.word >= ? AND w.word < ? OR w.word IN " + Sets.marks(values.size() - 2) + ")",
                values,
                true);
    }

    /** Words are letters and digits, so nothing in a part has a meaning for LIKE. */
    static Term part(RecordList list, String part) {
        return apart(list, "record_text", "w.text LIKE ?", List.of("%" + part + "%"), true);
    }

    static Term field(RecordList list, Field field, Object value) {
        return switch (field.filter()) {
            case "tag" -> apart(list, "search_word", "w.word = ?", List.of(TextKeys.tagTerm((String) value)), false);
            case "country" -> new Term(list, null, "t.country_key = ?", List.of(value), true, false);
            default -> new Term(
                    list,
                    null,
                    "t." + field.filter() + (field.target() == null ? "" : "_id") + " = ?",
                    List.of(value),
                    false,
                    false);
        };
    }

    /** @param values of each declaration that may be meant the value */
    static Term custom(RecordList list, Map<UUID, Object> values) {
        List<Object> bound = new ArrayList<>();
        values.forEach((declaration, value) -> {
            bound.add(declaration);
            bound.add(ValueKeys.of(value));
        });
        return apart(
                list,
                "custom_value",
                values.keySet().stream()
                        .map(declaration -> "w.field_id = ? AND w.value_key = ?")
                        .collect(Collectors.joining(" OR ", "(", ")")),
                bound,
                false);
    }

    boolean isColumn() {
        return table == null;
    }

    /** Adds a query for the ids of the records that meet it, archived ones among them; an id may come twice. */
    void set(Sql sql) {
        set(sql, List.of(false, true));
    }

    /** The same, for one side of the archive; those of the other may be among them. */
    void set(Sql sql, boolean archived) {
        set(sql, List.of(archived));
    }

    private void set(Sql sql, List<Boolean> archived) {
        if (isColumn()) {
            sql.add("SELECT t.id AS record_id FROM " + columns() + " t WHERE ");
            if (byArchive) {
                new Scope(list.scope())
                        .listed(sql)
                        .add("t.archived IN " + Sets.marks(archived.size()) + " AND ", archived.toArray());
            }
        } else {
            sql.add(
                    "SELECT w.record_id FROM " + table + " w WHERE w.record_type = ? AND ",
                    list.type().key());
        }
        sql.add(condition, values.toArray());
    }

    /** Where its column stands: what is sorted by the country stands in the listing, too. */
    private String columns() {
        return byArchive
                ? new Scope(list.scope()).listing(list.type())
                : list.type().key();
    }

    /** Adds the question whether the record of the row {@code t} meets it. */
    void rowProbe(Sql sql) {
        if (isColumn()) {
            sql.add(condition, values.toArray());
        } else {
            fencedProbe(sql, "t.id");
        }
    }

    /** Adds the question whether the record of that id meets it: a look-up per record, the planner makes no join of it. */
    void fencedProbe(Sql sql, String id) {
        sql.add(
                isColumn()
                        ? "EXISTS (SELECT 1 FROM " + list.type().key() + " t WHERE t.id = " + id
                        : "EXISTS (SELECT 1 FROM " + table + " w WHERE w.record_id = " + id);
        sql.add(" AND " + condition, values.toArray()).add(" OFFSET 0)");
    }

    /** The least word that sorts behind all words with this beginning. */
    private static String behind(String beginning) {
        int last = beginning.codePointBefore(beginning.length());
        int next = last == 0xD7FF ? 0xE000 : last + 1;
        return beginning.substring(0, beginning.length() - Character.charCount(last)) + Character.toString(next);
    }
}
