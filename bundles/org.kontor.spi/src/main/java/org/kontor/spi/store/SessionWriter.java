/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** The bookkeeping of sessions. They begin and end by {@link WriteTransaction#save(SessionChange)}. */
public interface SessionWriter extends SessionReader {
    /** Notes that a session was used; nothing when a later use is noted already. */
    void used(UUID id, Instant at);

    /** Forgets those that ended by themselves; their audit stays. */
    void forget(Collection<UUID> ids);

    /** Ends all of a person, because of a change of the person, in whose audit it stands. */
    void endAll(UUID person);
}
