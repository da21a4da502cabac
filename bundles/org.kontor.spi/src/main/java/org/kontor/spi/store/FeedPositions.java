/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.OptionalLong;

/** How far each consumer of the change feed has come (requirement S2). */
public interface FeedPositions {
    /** Longest name of a consumer, in characters. */
    int MAX_NAME = 160;

    /**
     * @param consumer compared bytewise
     * @return position of the change that the consumer has dealt with last, 0 for the beginning of the feed; empty for a
     *     consumer that never moved
     */
    OptionalLong position(String consumer);
}
