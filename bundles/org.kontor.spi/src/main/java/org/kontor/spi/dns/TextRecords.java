/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.dns;

import java.util.List;

/** TXT records. Thread-safe. */
public interface TextRecords {
    /**
     * What the DNS says.
     *
     * @param reached false when there was no answer
     * @param texts of the records at the name, each put together from its parts; none when there is no such record
     */
    record Answer(boolean reached, List<String> texts) {
        public Answer {
            texts = List.copyOf(texts);
        }
    }

    /**
     * Asks, within a bounded time. To be called outside of a transaction.
     *
     * @param name a whole name of letters, digits, {@code -}, {@code _} and dots
     */
    Answer at(String name);
}
