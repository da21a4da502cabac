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

    /** Parts of a call are remembered under keys of their own, that much longer. */
    int KEY_SPACE = 12;

    /**
     * Writes the rows with the same end as one after the other, as one transaction; when the database refuses a row, the
     * others are written without it, in several transactions. With {@link CallContext#request()} set, the same call again
     * gives the same results and writes nothing; the key leaves {@value #KEY_SPACE} characters of its length free.
     *
     * @param rows at most {@value #MAX_ROWS}; longer bulks are cut by the caller. Customers and locations may be mixed; a
     *     record may come more than once
     * @return a result per row, in order
     * @throws org.kontor.api.error.KontorException {@code access_denied}, {@code idempotency_conflict},
     *     {@code invalid_input} when there are too many rows or the key is too long; then nothing is written. Any other
     *     failure may leave the first parts written; sent again under the same key, the call goes on behind them
     */
    List<BulkResult> write(CallContext context, List<BulkRow> rows);
}
