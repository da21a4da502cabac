/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.content.ContentItem;
import org.kontor.api.content.ContentQuery;

/** Finds content items, each in the account that it belongs to. */
public interface ContentReader {
    /** Bytes of a chunk but the last of a file, which may be shorter. */
    int CHUNK = 256 * 1024;

    /** With its body. */
    Optional<ContentItem> byId(UUID account, UUID id);

    /**
     * Items without their bodies.
     *
     * @param query its limit and cursor are not looked at
     * @param after the place behind which the page begins, or null
     */
    List<ContentItem> list(UUID account, ContentQuery query, ContentPosition after, int limit);

    /** How many items of these kinds there are. */
    int count(UUID account, Set<String> kinds);

    /**
     * A part of a file.
     *
     * @param n from 0
     * @return empty behind the last one
     */
    Optional<byte[]> chunk(String sha256, int n);
}
