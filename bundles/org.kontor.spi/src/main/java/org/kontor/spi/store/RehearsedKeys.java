/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.record.RecordType;

/**
 * What a dry run has come by already: it takes back what it does, so that it has to know of which earlier records a later
 * one depends. Keys are hashes; two texts may have the same one.
 */
public interface RehearsedKeys {
    void add(UUID run, List<Entry> entries);

    /** The entries of these keys, in the order in which they were added. */
    List<Entry> find(UUID run, Collection<Long> keys);

    /** Which of these keys there are. */
    Set<Long> present(UUID run, Collection<Long> keys);

    /** Removes all of a run. */
    void forget(UUID run);

    /**
     * @param place grows with the order in which records were taken in; several entries of a record have the same
     * @param externalId of the record that holds the key
     */
    record Entry(long key, long place, RecordType type, String externalId) {}
}
