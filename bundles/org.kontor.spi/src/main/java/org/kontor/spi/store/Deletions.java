/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.kontor.api.record.RecordType;

/** Records that were deleted here and are to be deleted in external systems. */
public interface Deletions {
    /** Those that are due, the oldest first. */
    List<Deletion> due(String connection, RecordType type, int limit);

    /** By external id; those that were not deleted here are missing. */
    Map<String, Deletion> of(String connection, RecordType type, Collection<String> externalIds);
}
