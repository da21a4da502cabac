/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.time.Instant;
import java.util.UUID;

/**
 * A session of a person in a browser.
 *
 * @param lastUsed to the minute or so
 * @param idleUntil when it ends if nobody uses it
 * @param ends when it ends at the latest
 * @param client what the browser says that it is, shortened; null when it says nothing
 */
public record Session(UUID id, Instant begun, Instant lastUsed, Instant idleUntil, Instant ends, String client) {
    /** Whether it has come to no end by itself; its person may be disabled all the same. */
    public boolean counts(Instant now) {
        return now.isBefore(idleUntil) && now.isBefore(ends);
    }
}
