/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.Page;

/** Reads runs and their items. Thread-safe. */
public interface Runs {
    /**
     * Runs, newest first.
     *
     * @param connection only those of this connection, or null
     * @param limit 1 to 200
     */
    Page<Run> list(CallContext context, String connection, int limit, String cursor);

    /** @throws org.kontor.api.error.KontorException {@code not_found} */
    Run get(CallContext context, UUID id);

    /**
     * Items of a run in the order they were met.
     *
     * @param outcome only those, or null
     */
    Page<RunItem> items(CallContext context, UUID run, Outcome outcome, int limit, String cursor);
}
