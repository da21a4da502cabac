/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Objects;
import java.util.UUID;

/**
 * A record that was deleted here and that a connection knows.
 *
 * @param recordId the id that it had here
 */
public record Deletion(String externalId, UUID recordId, String code, State state) {
    public Deletion {
        Objects.requireNonNull(externalId, "externalId");
        Objects.requireNonNull(recordId, "recordId");
        Objects.requireNonNull(state, "state");
    }

    /** How far it has come. */
    public enum State {
        /** To be deleted there. */
        DUE,
        /** The external system keeps it, and it is archived there. When it is brought back there it comes back here. */
        ARCHIVED,
        /** The external system neither deletes nor archives it; it is tried when a person says so. */
        REFUSED
    }
}
