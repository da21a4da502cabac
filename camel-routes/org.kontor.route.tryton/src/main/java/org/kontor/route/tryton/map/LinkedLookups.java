/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.record.RecordType;
import org.kontor.mapping.Lookups;
import org.kontor.spi.sync.Projection.Links;

/** Tryton's tables, and under which ids it knows the records of ours that are being sent. */
record LinkedLookups(Lookups known, Links links) implements Lookups {
    @Override
    public Set<String> tables() {
        return known.tables();
    }

    @Override
    public Optional<JsonNode> find(String table, String key) {
        return known.find(table, key);
    }

    @Override
    public Optional<String> externalId(RecordType type, String id) {
        return links.externalId(type, UUID.fromString(id));
    }
}
