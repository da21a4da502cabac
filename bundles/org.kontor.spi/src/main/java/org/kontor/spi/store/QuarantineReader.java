/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.api.sync.QuarantineQuery;

/** Reads the quarantine. */
public interface QuarantineReader {
    Optional<QuarantineEntry> byId(UUID id);

    /**
     * The longest waiting first.
     *
     * @param after id of the last one seen (ids grow with time), or null
     */
    List<QuarantineEntry> list(QuarantineQuery query, UUID after, int limit);
}
