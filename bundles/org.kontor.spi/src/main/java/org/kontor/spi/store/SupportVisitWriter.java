/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Finds support sessions to change them; they are written by {@link WriteTransaction#save(SupportVisitChange)}. */
public interface SupportVisitWriter extends SupportVisitReader {
    /** Locked until the end of the transaction. */
    Optional<SupportVisit> locked(UUID id, Instant now);
}
