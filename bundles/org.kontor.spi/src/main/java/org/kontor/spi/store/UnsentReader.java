/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.UUID;

import org.kontor.api.sync.UnsentQuery;
import org.kontor.api.sync.UnsentRecord;

/** Reads what external systems did not take, of what was to be sent and of what was to be deleted there. */
public interface UnsentReader {
    /**
     * The longest waiting first.
     *
     * @param after id of the last one seen (ids grow with time), or null
     */
    List<UnsentRecord> list(UnsentQuery query, UUID after, int limit);
}
