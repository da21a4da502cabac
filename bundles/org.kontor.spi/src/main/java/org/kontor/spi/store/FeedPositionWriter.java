/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

/**
 * Moves consumers of the change feed, in the transaction of what they did with the changes. Positions are bookkeeping and
 * have no audit. For a blank name, one longer than {@value #MAX_NAME} characters or a negative position there is an {@link
 * IllegalArgumentException}.
 */
public interface FeedPositionWriter extends FeedPositions {
    /**
     * Moves a consumer on; one that is new begins there. Never back: a consumer that is at that position or behind it, as
     * another node was quicker, stays where it is.
     *
     * @return whether it moved
     */
    boolean move(String consumer, long position);

    /** Puts a consumer anywhere, back too: it is given again what comes after that position. */
    void reset(String consumer, long position);

    /** Forgets a consumer. */
    void forget(String consumer);
}
