/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Objects;
import java.util.UUID;

/**
 * A record that a connection has to look at although the feed does not tell of it.
 *
 * @param sent what a create that was begun was to hold, as JSON; else null
 */
public record Pending(UUID recordId, State state, String sent) {
    public Pending {
        Objects.requireNonNull(recordId, "recordId");
        Objects.requireNonNull(state, "state");
    }

    /** Why. */
    public enum State {
        /** Something of ours was kept in a merge, so it is to go there. */
        AGAIN,
        /** A create was begun: it may be there already. */
        CREATING,
        /** The external system did not take it; it is tried when the record changes, or when a person says so. */
        REFUSED
    }
}
