/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is to be written, as mappings name it, becomes the values of one create or write of a party: rows behind links are
 * created, written and deleted with it. Stateless.
 */
final class PartyValues {
    private static final String ADDRESSES = "addresses";
    private static final String MECHANISMS = "contact_mechanisms";
    private static final String TAX_IDENTIFIER = "tax_identifier";
    /** A mobile is a phone to us. */
    private static final Map<String, List<String>> LIKE = Map.of("phone", List.of("phone", "mobile"));

    private PartyValues() {}

    /** @param state null for a party that is created */
    static Map<String, Object> of(Map<String, Object> values, PartyState state) {
        Map<String, Object> party = new LinkedHashMap<>();
        Map<String, Map<String, Object>> addresses = new LinkedHashMap<>();
        List<Object> mechanisms = new ArrayList<>();
        values.forEach((name, value) -> {
            String[] path = name.split("\\.");
            Object plain = plain(value);
            if (path[0].equals(ADDRESSES) && path.length > 1) {
                String mark = path.length == 3 ? path[1] : "";
                addresses.computeIfAbsent(mark, none -> new LinkedHashMap<>()).put(path[path.length - 1], plain);
            } else if (path[0].equals(MECHANISMS) && path.length == 2) {
                mechanism(mechanisms, path[1], plain, state);
            } else if (path[0].equals(TAX_IDENTIFIER)) {
                identifier(party, plain, state);
            } else {
                party.put(name, plain);
            }
        });
        List<Object> rows = new ArrayList<>();
        addresses.forEach((mark, fields) -> address(rows, mark, fields, state));
        put(party, ADDRESSES, rows);
        put(party, MECHANISMS, mechanisms);
        return party;
    }

    private static void put(Map<String, Object> party, String link, List<Object> commands) {
        if (!commands.isEmpty()) {
            party.put(link, commands);
        }
    }

    private static void address(List<Object> rows, String mark, Map<String, Object> fields, PartyState state) {
        List<JsonNode> there = state == null ? List.of() : mark.isEmpty() ? state.used(ADDRESSES) : state.marked(mark);
        if (!there.isEmpty()) {
            rows.add(List.of("write", List.of(there.get(0).path("id").asLong()), fields));
        } else if (fields.values().stream().anyMatch(value -> value != null)) {
            Map<String, Object> fresh = new LinkedHashMap<>(fields);
            if (!mark.isEmpty()) {
                fresh.put(mark, true);
            }
            rows.add(List.of("create", List.of(fresh)));
        }
    }

    private static void mechanism(List<Object> rows, String type, Object value, PartyState state) {
        List<String> types = LIKE.getOrDefault(type, List.of(type));
        JsonNode there = state == null
                ? null
                : state.used(MECHANISMS).stream()
                        .filter(row -> types.contains(row.path("type").asText()) && row.hasNonNull("value"))
                        .findFirst()
                        .orElse(null);
        if (there != null && value == null) {
            rows.add(List.of("delete", List.of(there.path("id").asLong())));
        } else if (there != null) {
            rows.add(List.of("write", List.of(there.path("id").asLong()), Map.of("value", value)));
        } else if (value != null) {
            rows.add(List.of("create", List.of(Map.of("type", type, "value", value))));
        }
    }

    /** What Tryton takes for tax reports, else the first identifier: the one that is read. */
    private static void identifier(Map<String, Object> party, Object code, PartyState state) {
        Long there = state == null ? null : state.linked(TAX_IDENTIFIER);
        if (there == null && state != null && !state.rows("identifiers").isEmpty()) {
            there = state.rows("identifiers").get(0).path("id").asLong();
        }
        if (there != null && code == null) {
            party.put("identifiers", List.of(List.of("delete", List.of(there))));
        } else if (there != null) {
            party.put("identifiers", List.of(List.of("write", List.of(there), Map.of("code", code))));
        } else if (code != null) {
            Map<String, Object> fresh = new LinkedHashMap<>();
            fresh.put("type", null);
            fresh.put("code", code);
            party.put("identifiers", List.of(List.of("create", List.of(fresh))));
        }
    }

    /** As the call takes it. */
    static Object plain(Object value) {
        return value instanceof JsonNode node && node.isNull() ? null : value;
    }
}
