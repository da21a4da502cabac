/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.UUID;

import org.kontor.api.content.ContentItem;
import org.kontor.api.content.ContentQuery.Sort;
import org.kontor.spi.text.TextKeys;

/**
 * A place in a list of content items.
 *
 * @param key what the list is sorted by: the key of the name, or the moment of the last change
 */
public record ContentPosition(String key, UUID id) {
    private static final char SEPARATOR = '/';

    public static ContentPosition of(ContentItem item, Sort sort) {
        String key = sort == Sort.NAME
                ? TextKeys.sortKey(item.name())
                : item.changed().at().toString();
        return new ContentPosition(key, item.id());
    }

    /** What {@link #toString} gave. */
    public static ContentPosition parse(String text) {
        int at = text.indexOf(SEPARATOR);
        return new ContentPosition(text.substring(at + 1), UUID.fromString(text.substring(0, at)));
    }

    /** The key of a list by the last change. */
    public Instant moment() {
        return Instant.parse(key);
    }

    @Override
    public String toString() {
        return id.toString() + SEPARATOR + key;
    }
}
