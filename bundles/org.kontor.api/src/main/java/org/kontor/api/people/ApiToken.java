/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.time.Instant;
import java.util.UUID;

/**
 * A token of a person, as it may be shown at any time.
 *
 * @param owner login of the person whose roles it narrows
 * @param name what it is for
 * @param lastUsed when somebody signed in with it last, to the minute or so; null for never
 * @param revoked since when it does not count any more; null while it was not revoked
 */
public record ApiToken(
        UUID id,
        String owner,
        String name,
        TokenScope scope,
        Instant created,
        Instant expires,
        Instant lastUsed,
        Instant revoked) {
    /** Whether it is neither revoked nor expired; its owner may be disabled all the same. */
    public boolean counts(Instant now) {
        return revoked == null && now.isBefore(expires);
    }
}
