/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

/** Whether the database answers; there as soon as it was reached and migrated. Thread-safe. */
public interface StoreCheck {
    /**
     * Asks the database, in one short statement. It may wait for a connection as long as the pool does.
     *
     * @return position of the change that the feed numbered last; 0 when there is none
     * @throws org.kontor.api.error.KontorException {@code unavailable} when the database does not answer
     */
    long feedPosition();
}
