/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.record.RecordType;
import org.kontor.mapping.Lookups;
import org.kontor.route.tryton.rpc.Gateway;

/**
 * Tables of Tryton that mappings look things up in, by id and by code. A table is read when it is first asked, and once more
 * a reading for a key that is not in it. Not thread-safe.
 */
final class TrytonLookups implements Lookups {
    /** No table of these is longer in Tryton. */
    private static final int MOST = 100_000;

    private static final Map<String, String> MODELS =
            Map.of("country", "country.country", "subdivision", "country.subdivision", "lang", "ir.lang");

    private final Gateway gateway;
    private final Map<String, Map<String, JsonNode>> tables = new HashMap<>();
    private final Set<String> fresh = new HashSet<>();

    TrytonLookups(Gateway gateway) {
        this.gateway = gateway;
    }

    /** A reading begins: what is missing may have come since. */
    void begin() {
        fresh.clear();
    }

    @Override
    public Set<String> tables() {
        return MODELS.keySet();
    }

    @Override
    public Optional<JsonNode> find(String table, String key) {
        Map<String, JsonNode> rows = tables.get(table);
        if (rows == null || !rows.containsKey(key) && !fresh.contains(table)) {
            rows = read(table);
            tables.put(table, rows);
            fresh.add(table);
        }
        return Optional.ofNullable(rows.get(key));
    }

    private Map<String, JsonNode> read(String table) {
        JsonNode found = gateway.call(
                "model." + MODELS.get(table) + ".search_read",
                List.of(),
                0,
                MOST,
                List.of(List.of("id", "ASC")),
                List.of("code", "name"));
        Map<String, JsonNode> rows = new HashMap<>();
        for (JsonNode row : found) {
            rows.put(row.path("id").asText(), row);
            String code = row.path("code").asText();
            rows.putIfAbsent(code, row);
            rows.putIfAbsent(tag(code), row);
        }
        return rows;
    }

    /** As we name languages. */
    private static String tag(String code) {
        return code.replace("@latin", "-Latn").replace("@cyrillic", "-Cyrl").replace('_', '-');
    }

    /** Nothing goes out yet. */
    @Override
    public Optional<String> externalId(RecordType type, String id) {
        return Optional.empty();
    }
}
