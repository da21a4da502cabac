/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.MatchKey;

/** Finds records of one account's scope. Sets of any size cost a fixed number of queries per thousand. */
public interface RecordReader {
    Optional<BusinessRecord> byId(RecordType type, UUID scope, UUID id);

    /** By id; what does not exist in the scope is missing from the map. */
    Map<UUID, BusinessRecord> byIds(RecordType type, UUID scope, Collection<UUID> ids);

    /** By code; what does not exist in the scope is missing from the map. */
    Map<String, BusinessRecord> byCodes(RecordType type, UUID scope, Collection<String> codes);

    /**
     * By another match key than the code.
     *
     * @param values as {@link org.kontor.spi.text.MatchKeys} makes them
     * @return by value; at most {@value #MAX_ALIKE} each, which is enough to know that it is not just one
     */
    Map<String, List<BusinessRecord>> byKey(RecordType type, UUID scope, MatchKey key, Collection<String> values);

    /** Records of one key that are told. */
    int MAX_ALIKE = 10;

    List<BusinessRecord> list(RecordList list);

    /** Whether this database can look for text in that way. */
    boolean finds(RecordQuery.Match match);

    /** Whether locations stand at the customer, or below the location. */
    boolean hasLocations(RecordType type, UUID id);

    /** The ids of the locations that stand directly below any of the given ones. */
    Set<UUID> childrenOf(UUID scope, Collection<UUID> locations);
}
