/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.List;
import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.Page;

/**
 * What external systems did not take of what was to be sent to them: records that were made, changed or deleted here
 * (requirements S7, S10). It is sent again by itself when the record changes here, and is gone from here once it was sent.
 * Thread-safe.
 */
public interface Unsent {
    /** Entries that one call of {@link #retry} may name. */
    int MAX_RETRIED = 1_000;

    /**
     * The longest waiting first.
     *
     * @param limit 1 to 200
     */
    Page<UnsentRecord> list(CallContext context, UnsentQuery query, int limit, String cursor);

    /**
     * Has the connections' next runs send them once more; what is refused again comes back, with the new reason. Nothing is
     * sent by this call.
     *
     * @param ids of entries, 1 to {@value #MAX_RETRIED}; those that are not there any more are passed over
     * @return how many are to be sent
     * @throws org.kontor.api.error.KontorException {@code access_denied}; {@code not_found} when none of them is there; {@code
     *     invalid_input}
     */
    long retry(CallContext context, List<UUID> ids);

    /**
     * The same of all that fit the query.
     *
     * @throws org.kontor.api.error.KontorException {@code access_denied}, {@code invalid_input}
     */
    long retryAll(CallContext context, UnsentQuery query);
}
