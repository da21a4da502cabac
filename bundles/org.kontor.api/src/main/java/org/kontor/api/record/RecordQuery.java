/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.record;

import java.util.Objects;
import java.util.UUID;

/**
 * What a list asks for. Pages are found by key: page 10,000 costs what page 1 costs (C2).
 *
 * @param text words; a record must have a word that begins with each; null or blank for all
 * @param country ISO 3166-1 code of the (site) address, or null
 * @param customer for locations: only those of this customer; else null
 * @param archived which side of the archive
 * @param sort the order; ties are broken by id
 * @param limit 1 to {@value #MAX_LIMIT} records a page
 * @param cursor {@link Page#next()} of the page before, or null for the first
 */
public record RecordQuery(
        String text, String country, UUID customer, Archived archived, Sort sort, int limit, String cursor) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;
    public static final RecordQuery ALL =
            new RecordQuery(null, null, null, Archived.NO, new Sort(SortKey.NAME, false), DEFAULT_LIMIT, null);

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
        CHANGED
    }

    public record Sort(SortKey key, boolean descending) {
        public Sort {
            Objects.requireNonNull(key, "key");
        }
    }

    public RecordQuery {
        Objects.requireNonNull(archived, "archived");
        Objects.requireNonNull(sort, "sort");
    }

    public RecordQuery withText(String newText) {
        return new RecordQuery(newText, country, customer, archived, sort, limit, cursor);
    }

    public RecordQuery withCountry(String newCountry) {
        return new RecordQuery(text, newCountry, customer, archived, sort, limit, cursor);
    }

    public RecordQuery withCustomer(UUID newCustomer) {
        return new RecordQuery(text, country, newCustomer, archived, sort, limit, cursor);
    }

    public RecordQuery withArchived(Archived newArchived) {
        return new RecordQuery(text, country, customer, newArchived, sort, limit, cursor);
    }

    public RecordQuery withSort(SortKey key, boolean descending) {
        return new RecordQuery(text, country, customer, archived, new Sort(key, descending), limit, cursor);
    }

    public RecordQuery withLimit(int newLimit) {
        return new RecordQuery(text, country, customer, archived, sort, newLimit, cursor);
    }

    public RecordQuery withCursor(String newCursor) {
        return new RecordQuery(text, country, customer, archived, sort, limit, newCursor);
    }
}
