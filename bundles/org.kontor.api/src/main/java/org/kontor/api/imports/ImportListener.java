/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.imports;

import java.util.List;
import java.util.UUID;

import org.kontor.api.sync.ItemResult;

/** Watches an import. Called by the thread that imports, between transactions. */
public interface ImportListener {
    /** Watches nothing. */
    ImportListener NONE = new ImportListener() {};

    /**
     * What became of a row.
     *
     * @param line line (CSV) or row (XLSX) in the file, from 1
     */
    record RowResult(long line, ItemResult result) {}

    /** The run is there to be read. */
    default void begun(UUID run) {}

    /**
     * A batch is committed.
     *
     * @param done share of the file that was read, 0 to 1
     */
    default void taken(List<RowResult> rows, double done) {}

    /** Asked before every batch; false ends the import with {@code unavailable}, and its run is INTERRUPTED. */
    default boolean goOn() {
        return true;
    }
}
