/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.bulk;

import java.util.List;

import org.kontor.api.call.CallContext;

/**
 * Writes many records with a result each (requirement C11): what is refused does not keep the others from being written.
 * Thread-safe.
 */
public interface Bulk {
    int MAX_ROWS = 1000;

    /**
     * Writes the rows in their order as one transaction; when the database refuses a row, the others are written
     * without it. With {@link CallContext#request()} set, the same call again gives the same results and writes nothing.
     *
     * @param rows at most {@value #MAX_ROWS}; longer bulks are cut by the caller. Customers and locations may be mixed; a
     *     record may come more than once
     * @return a result per row, in order
     * @throws org.kontor.api.error.KontorException {@code access_denied}, {@code idempotency_conflict},
     *     {@code invalid_input} when there are too many rows; then nothing is written
     */
    List<BulkResult> write(CallContext context, List<BulkRow> rows);
}
