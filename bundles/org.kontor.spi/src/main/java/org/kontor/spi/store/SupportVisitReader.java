/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.api.support.SupportSessionState;

/** Finds support sessions (A10), each with its state at a time. */
public interface SupportVisitReader {
    Optional<SupportVisit> byId(UUID id, Instant now);

    /** Whether the person has one there that is requested or active. */
    boolean hasOpen(UUID account, UUID person, Instant now);

    /** When the person asked for one there last. */
    Optional<Instant> lastRequested(UUID account, UUID person);

    /**
     * Those in an account, and those asked for from it; newest first.
     *
     * @param state null does not restrict
     * @param before the id behind which the page begins, or null
     */
    List<SupportVisit> around(UUID account, SupportSessionState state, UUID before, int limit, Instant now);
}
