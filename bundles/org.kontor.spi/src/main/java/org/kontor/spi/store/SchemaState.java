/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

/** How far the migration of the database is. Thread-safe. */
public interface SchemaState {
    Phase phase();

    /** How far it is. */
    enum Phase {
        /** There is no data source yet: it is not configured, or the database did not answer when it was made. */
        NO_DATA_SOURCE,
        MIGRATING,
        MIGRATED,
        /** The database cannot be brought to this version, or went away meanwhile; the log says why. */
        FAILED
    }
}
