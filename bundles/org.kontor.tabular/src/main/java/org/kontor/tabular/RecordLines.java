/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.tabular;

import java.io.IOException;

import org.kontor.api.record.BusinessRecord;

/**
 * Takes records and writes them as lines, to a stream that is not closed. Not thread-safe.
 *
 * @param <T> what it takes
 */
public interface RecordLines<T extends BusinessRecord> {
    void write(T record) throws IOException;

    /** Writes what is still held back. */
    void finish() throws IOException;
}
