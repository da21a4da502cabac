/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import org.kontor.api.record.RecordType;

/** Gives connectors the mappings of their connections; a service. Thread-safe. */
public interface MappingSources {
    /**
     * The mapping of a connection and type, from now on shown to administrators. One of the same connection and type is
     * shown no longer.
     *
     * @param shipped what counts where there is no file
     */
    MappingSource open(String connection, RecordType type, String shipped);

    /** The same for a look in passing: nobody is shown it, and it needs no closing. */
    MappingSource look(String connection, RecordType type, String shipped);

    /** Shows it no longer; nothing when another took its place. */
    void close(MappingSource source);
}
