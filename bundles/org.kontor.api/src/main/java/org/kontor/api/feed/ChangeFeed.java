/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.feed;

import java.util.List;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.Page;

/**
 * All changes in the order in which they were committed (requirement U2). A reader that goes on from the last position it
 * saw misses nothing, also not what was written earlier and committed later. Thread-safe.
 */
public interface ChangeFeed {
    /**
     * @param after position of the last change seen, 0 for the beginning
     * @param limit 1 to 1,000
     * @return changes after that position, oldest first; empty when there is none yet
     */
    List<Change> read(CallContext context, long after, int limit);

    /**
     * The same for clients that must not count positions themselves.
     *
     * @param token {@link Page#next()} of the page before; null for the beginning
     * @param limit 1 to 1,000
     * @return changes behind the token, oldest first, and the token to go on from, which is there even when nothing is new
     * @throws org.kontor.api.error.KontorException {@code invalid_cursor}, {@code invalid_input}, {@code access_denied}
     */
    Page<Change> resume(CallContext context, String token, int limit);
}
