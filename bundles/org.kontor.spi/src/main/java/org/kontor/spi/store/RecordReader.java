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

/**
 * Finds records. A scope is an account: what stands in its subtree is found (requirement P6). Sets of any size cost a fixed
 * number of queries per thousand.
 */
public interface RecordReader {
    Optional<BusinessRecord> byId(RecordType type, UUID scope, UUID id);

    /** By id; what does not exist in the scope is missing from the map. */
    Map<UUID, BusinessRecord> byIds(RecordType type, UUID scope, Collection<UUID> ids);

    /** By code; what the account does not manage itself is missing from the map: codes are unique in it alone. */
    Map<String, BusinessRecord> byCodes(RecordType type, UUID account, Collection<String> codes);

    /**
     * By another match key than the code, of what the account manages itself.
     *
     * @param values as {@link org.kontor.spi.text.MatchKeys} makes them
     * @return by value; at most {@value #MAX_ALIKE} each, which is enough to know that it is not just one
     */
    Map<String, List<BusinessRecord>> byKey(RecordType type, UUID account, MatchKey key, Collection<String> values);

    /** Records of one key that are told. */
    int MAX_ALIKE = 10;

    List<BusinessRecord> list(RecordList list);

    /** Whether this database can look for text in that way. */
    boolean finds(RecordQuery.Match match);

    /** What hangs on the record, in the plural, so that it cannot be deleted: {@code locations}, {@code accounts} … */
    Optional<String> holds(RecordType type, UUID id);

    /** The accounts that stand at or below an account, by the id of each its managing account. */
    Map<UUID, UUID> subtree(UUID account);

    /** The ids of the labs directly below an account. */
    List<UUID> labs(UUID account);

    /** The accounts that an account stands below, itself among them. */
    Set<UUID> above(UUID account);

    /** The ids of the locations that stand directly below any of the given ones. */
    Set<UUID> childrenOf(Collection<UUID> locations);
}
