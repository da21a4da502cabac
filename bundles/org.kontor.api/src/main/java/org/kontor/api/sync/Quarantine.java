/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.Map;
import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.Page;

/**
 * Records of external systems that could not be taken in, until they can (requirement S10): by a later good version, by a
 * person's edit, or for ever left out. Thread-safe.
 */
public interface Quarantine {
    /**
     * The longest waiting first.
     *
     * @param limit 1 to 200
     */
    Page<Quarantined> list(CallContext context, QuarantineQuery query, int limit, String cursor);

    /** @throws org.kontor.api.error.KontorException {@code not_found}, also when it was solved meanwhile */
    Quarantined get(CallContext context, UUID id);

    /**
     * Takes the record in once more, as it was told last and with the edits laid over it; the same rules as of its connection
     * hold. When it is refused again it stays, with the new reason.
     *
     * @param edits by path of the field, or {@code archived}: what shall count instead; null clears. The external system is
     *     not told
     * @param as which record of ours it is, when that was the question ({@code ambiguous_match}); null leaves it to the rules
     * @throws org.kontor.api.error.KontorException {@code not_found}; {@code invalid_input} for an edit of a field that is not
     *     there
     */
    ItemResult replay(CallContext context, UUID id, Map<String, Object> edits, Identity as);

    /** Takes everything in once more that fits the query. */
    Replayed replayAll(CallContext context, QuarantineQuery query);

    /** Forgets the record; when it is told again and refused again, it comes back. */
    void dismiss(CallContext context, UUID id);

    /**
     * Which record of ours something is.
     *
     * @param recordId the record; null: none of them, a new one
     */
    record Identity(UUID recordId) {}

    /** @param refused how many are still refused */
    record Replayed(long taken, long refused) {}
}
