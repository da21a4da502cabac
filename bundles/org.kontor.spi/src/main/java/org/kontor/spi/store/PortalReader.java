/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Finds portals and visits to them. */
public interface PortalReader {
    Optional<PortalEntry> of(UUID account);

    /** By one look into a unique index. */
    Optional<PortalEntry> bySecret(String hash);

    /** How many visits of the person to the account expire later. */
    int open(UUID account, UUID person, Instant now);
}
