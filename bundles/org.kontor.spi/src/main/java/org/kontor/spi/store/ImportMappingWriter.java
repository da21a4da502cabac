/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.UUID;

import org.kontor.api.imports.ImportMapping;
import org.kontor.api.record.RecordType;

/** Writes what columns of imported files mean. */
public interface ImportMappingWriter extends ImportMappingReader {
    /** Writes it instead of the one that the source had for the type. */
    void save(UUID scope, ImportMapping mapping);

    /**
     * @param type null for all
     * @return how many there were
     */
    int delete(UUID scope, String source, RecordType type);
}
