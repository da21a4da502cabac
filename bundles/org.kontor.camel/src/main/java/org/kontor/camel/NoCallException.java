/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import java.time.Instant;

/** A call did not go out: its connection holds calls back for a while. Nothing is wrong with what it carried. */
public final class NoCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Instant until;

    /** @param until when calls go out again; null when the connection is being stopped */
    NoCallException(String message, Instant until) {
        super(message, null, false, false);
        this.until = until;
    }

    public Instant until() {
        return until;
    }
}
