/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.record.RecordType;

/**
 * What a connector knows beside a record: rows of the other system's tables ({@code $lookup('country', code)}), and under
 * which id a record of ours is known there. Asked while a record is mapped, by the thread that maps. What it throws comes out of
 * the mapping as it is: the other system went away, the record is not to blame.
 */
public interface Lookups {
    /** Knows nothing. */
    Lookups NONE = new Lookups() {
        @Override
        public Set<String> tables() {
            return Set.of();
        }

        @Override
        public Optional<JsonNode> find(String table, String key) {
            return Optional.empty();
        }

        @Override
        public Optional<String> externalId(RecordType type, String id) {
            return Optional.empty();
        }
    };

    /** The names that {@link #find} takes. */
    Set<String> tables();

    /** What the table says of the key, or empty when it is unknown: then the field is refused, not cleared. */
    Optional<JsonNode> find(String table, String key);

    /** The id under which the connection knows our record, or empty when it does not know it. */
    Optional<String> externalId(RecordType type, String id);
}
