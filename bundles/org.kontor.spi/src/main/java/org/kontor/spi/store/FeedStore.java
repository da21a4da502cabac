/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;

import org.kontor.api.feed.Change;

/**
 * The change feed. Rows are written without a position; before it reads, the store numbers what has been committed by
 * then, one sequencer at a time. So a reader never skips what commits late. Thread-safe.
 */
public interface FeedStore {
    List<Change> read(long after, int limit);
}
