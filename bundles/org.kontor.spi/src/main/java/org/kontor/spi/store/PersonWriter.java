/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Finds people to change them; they are written by {@link WriteTransaction#save(PersonChange)}. */
public interface PersonWriter extends PersonReader {
    /** As {@link #byId}, locked until the end of the transaction. */
    Optional<Person> locked(UUID id);

    /** Notes a sign-in; no change of the person, so without audit and without a new version. */
    void noteSignIn(UUID id, Instant at);
}
