/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.content;

/**
 * What is asked of the list of content items; null does not restrict.
 *
 * @param kind only items of this kind
 * @param text a part of the name, without regard to case and accents
 * @param sort null for the name
 * @param limit 1 to 200 items a page
 * @param cursor of the page before, or null for the first
 */
public record ContentQuery(String kind, String text, Sort sort, boolean descending, int limit, String cursor) {
    /** What a list is sorted by. */
    public enum Sort {
        NAME,
        CHANGED
    }

    public ContentQuery {
        sort = sort == null ? Sort.NAME : sort;
    }
}
