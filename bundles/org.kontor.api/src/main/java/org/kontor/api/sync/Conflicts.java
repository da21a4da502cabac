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
 * The conflict queue: what waits for a person to say whose value stays (requirement S6). A conflict also ends by itself when
 * one side takes its change back or both become the same. Thread-safe.
 */
public interface Conflicts {
    /** Conflicts that one call decides. */
    int MAX_DECIDED = 1000;

    /**
     * Open conflicts, oldest first.
     *
     * @param limit 1 to 200
     */
    Page<Conflict> list(CallContext context, ConflictQuery query, int limit, String cursor);

    /** @throws org.kontor.api.error.KontorException {@code not_found}, also when it was decided meanwhile */
    Conflict get(CallContext context, UUID id);

    /**
     * Decides: THEIRS is written to our record; OURS is kept, and goes to the external system where the connection writes
     * there. All of the ids, or none.
     *
     * @param ids 1 to {@value #MAX_DECIDED}
     * @throws org.kontor.api.error.KontorException {@code not_found}; {@code invalid_input} when their value breaks a rule of
     *     ours
     */
    void decide(CallContext context, List<UUID> ids, Side stays);

    /**
     * Decides everything that is open and fits the query, page by page.
     *
     * @return how many were decided, and which could not be
     */
    Decided decideAll(CallContext context, ConflictQuery query, Side stays);

    /**
     * @param refused those that stay open, with the reason; the first hundred
     */
    record Decided(long count, List<Refused> refused) {
        public Decided {
            refused = List.copyOf(refused);
        }
    }

    /** @param message why their value could not be taken */
    record Refused(UUID id, String error, String message) {}
}
