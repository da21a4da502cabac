/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A record that a connection has to look at although the feed does not tell of it.
 *
 * @param stamp another one each time that somebody wants it looked at: what was wanted meanwhile is not lost
 * @param sent what the record was to hold by the write that was begun, as JSON; else null
 * @param unanswered since when it is known that no answer came; null when it is not known, or one did
 */
public record Pending(UUID recordId, State state, UUID stamp, String sent, Instant unanswered) {
    public Pending {
        Objects.requireNonNull(recordId, "recordId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(stamp, "stamp");
    }

    /** Why. */
    public enum State {
        /** Something of ours was kept in a merge, so it is to go there. */
        AGAIN,
        /** A create was begun: it may be there already. */
        CREATING,
        /** A change was begun: it may be there already, and is then no change of theirs. */
        CHANGING,
        /** The external system did not take it; it is tried when the record changes, or when a person says so. */
        REFUSED
    }
}
