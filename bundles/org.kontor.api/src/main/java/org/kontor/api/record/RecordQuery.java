/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.record;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a list asks for. Pages are found by key: page 10,000 costs what page 1 costs (C2). Immutable.
 *
 * @param text what to look for; null or blank for all
 * @param match how the text is looked for
 * @param where fields that must have a value; only those that have a {@link Field#filter()}. The value is raw or checked
 * @param archived which side of the archive
 * @param sort the order; ties are broken by id
 * @param limit 1 to {@value #MAX_LIMIT} records a page
 * @param cursor {@link Page#next()} of the page before, or null for the first
 */
public record RecordQuery(
        String text, Match match, Map<Field, Object> where, Archived archived, Sort sort, int limit, String cursor) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;
    public static final RecordQuery ALL = new RecordQuery(
            null, Match.WORDS, Map.of(), Archived.NO, new Sort(SortKey.NAME, false), DEFAULT_LIMIT, null);

    /** How the text of a query is looked for; upper and lower case and accents are the same. */
    public enum Match {
        /** A record must have, for each word of the text, a word that begins with it. */
        WORDS,
        /** Each word of the text stands somewhere in the record, also inside a word. PostgreSQL only. */
        PART,
        /** The record has words much like those of the text: typing errors are forgiven. PostgreSQL only. */
        SIMILAR
    }

    /** Which side of the archive a list shows. */
    public enum Archived {
        NO,
        YES,
        ANY
    }

    /** What a list may be ordered by. */
    public enum SortKey {
        NAME,
        CODE,
        /** By country code, and by name inside a country; records without country stand first. */
        COUNTRY,
        CHANGED
    }

    public record Sort(SortKey key, boolean descending) {
        public Sort {
            Objects.requireNonNull(key, "key");
        }
    }

    public RecordQuery {
        Objects.requireNonNull(match, "match");
        where = Map.copyOf(where);
        Objects.requireNonNull(archived, "archived");
        Objects.requireNonNull(sort, "sort");
    }

    public RecordQuery withText(String newText) {
        return new RecordQuery(newText, match, where, archived, sort, limit, cursor);
    }

    public RecordQuery withMatch(Match newMatch) {
        return new RecordQuery(text, newMatch, where, archived, sort, limit, cursor);
    }

    /** @param value what the field must be; null for anything */
    public RecordQuery where(Field field, Object value) {
        Map<Field, Object> conditions = new HashMap<>(where);
        if (value == null) {
            conditions.remove(field);
        } else {
            conditions.put(field, value);
        }
        return new RecordQuery(text, match, conditions, archived, sort, limit, cursor);
    }

    public RecordQuery withArchived(Archived newArchived) {
        return new RecordQuery(text, match, where, newArchived, sort, limit, cursor);
    }

    public RecordQuery withSort(SortKey key, boolean descending) {
        return new RecordQuery(text, match, where, archived, new Sort(key, descending), limit, cursor);
    }

    public RecordQuery withLimit(int newLimit) {
        return new RecordQuery(text, match, where, archived, sort, newLimit, cursor);
    }

    public RecordQuery withCursor(String newCursor) {
        return new RecordQuery(text, match, where, archived, sort, limit, newCursor);
    }
}
