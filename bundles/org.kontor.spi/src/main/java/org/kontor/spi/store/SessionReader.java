/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds sessions. */
public interface SessionReader {
    /** By one look into a unique index, as it is asked with every request. */
    Optional<SessionEntry> byHash(String hash);

    /** Newest first. */
    List<SessionEntry> of(UUID person);
}
