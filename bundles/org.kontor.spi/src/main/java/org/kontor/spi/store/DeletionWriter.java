/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordType;

/** Writes what was deleted here. */
public interface DeletionWriter extends Deletions {
    /** A record that the connection knows is deleted here. */
    void add(String connection, RecordType type, Deletion deletion);

    /** The external system did not take them, by external id. */
    void refused(String connection, RecordType type, Map<String, KontorException> reasons);

    /** They have come further. */
    void move(String connection, RecordType type, List<Deletion> deletions);

    /** Nothing is left of them. */
    void forget(String connection, RecordType type, Collection<String> externalIds);
}
