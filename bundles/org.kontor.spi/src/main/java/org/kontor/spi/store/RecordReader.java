/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;

/** Finds records of one account's scope. Sets of any size cost a fixed number of queries per thousand. */
public interface RecordReader {
    Optional<BusinessRecord> byId(RecordType type, UUID scope, UUID id);

    /** By id; what does not exist in the scope is missing from the map. */
    Map<UUID, BusinessRecord> byIds(RecordType type, UUID scope, Collection<UUID> ids);

    /** By code; what does not exist in the scope is missing from the map. */
    Map<String, BusinessRecord> byCodes(RecordType type, UUID scope, Collection<String> codes);

    List<BusinessRecord> list(RecordList list);

    /** Whether a location has the given one among its ancestors or is it; walks up the parents. */
    boolean isWithin(UUID scope, UUID location, UUID ancestor);

    /** How many ancestors a location has. */
    int depth(UUID scope, UUID location);

    /** How many levels of locations hang below one; 0 when none. */
    int height(UUID scope, UUID location);
}
