/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.sync;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Conflict;
import org.kontor.spi.store.Link;
import org.kontor.spi.store.ReadTransaction;

/** The fields that wait for a decision: nobody is told of them. Immutable. */
final class OpenFields {
    private final Map<String, Set<String>> byExternalId;

    private OpenFields(Map<String, Set<String>> byExternalId) {
        this.byExternalId = byExternalId;
    }

    /** Looks up, in one query, those of links that are in conflict; asks for nothing where none is. */
    static OpenFields of(ReadTransaction transaction, String connection, RecordType type, Collection<Link> links) {
        Set<String> ids =
                links.stream().filter(Link::inConflict).map(Link::externalId).collect(Collectors.toSet());
        return new OpenFields(
                ids.isEmpty()
                        ? Map.of()
                        : transaction.conflicts().of(connection, type, ids).stream()
                                .collect(Collectors.groupingBy(
                                        Conflict::externalId,
                                        Collectors.mapping(Conflict::field, Collectors.toSet()))));
    }

    /** @return their names; empty when none of the record waits */
    Set<String> of(String externalId) {
        return byExternalId.getOrDefault(externalId, Set.of());
    }
}
