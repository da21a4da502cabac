/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A party with its rows as it was read, in the order in which Tryton shows them: which rows a write goes to, and by what
 * Tryton notices that one of them was changed since. Immutable.
 *
 * @param party as {@link org.kontor.route.tryton.map.Payload} makes it
 */
record PartyState(JsonNode party) {
    /** What Tryton compares before it writes (context {@code _timestamp}). */
    static final String TIMESTAMP = "_timestamp";

    private static final Map<String, String> MODELS = Map.of(
            "addresses", "party.address",
            "contact_mechanisms", "party.contact_mechanism",
            "identifiers", "party.identifier");

    /** What has to be read of a party beside what its mapping asks for. */
    static final List<String> FIELDS = List.of(
            TIMESTAMP,
            "addresses." + TIMESTAMP,
            "addresses.active",
            "addresses.sequence",
            "contact_mechanisms." + TIMESTAMP,
            "contact_mechanisms.active",
            "contact_mechanisms.sequence",
            "contact_mechanisms.type",
            "contact_mechanisms.value",
            "identifiers." + TIMESTAMP,
            "identifiers.sequence",
            "identifiers.type",
            "identifiers.code",
            "tax_identifier");

    long id() {
        return party.path("id").asLong();
    }

    List<JsonNode> rows(String link) {
        return StreamSupport.stream(party.path(link).spliterator(), false).toList();
    }

    /** Those that are in use. */
    List<JsonNode> used(String link) {
        return rows(link).stream()
                .filter(row -> row.path("active").asBoolean(true))
                .toList();
    }

    /** For the context of a write: the party and all of its rows. */
    Map<String, String> timestamps() {
        Map<String, String> stamps = new LinkedHashMap<>();
        stamp(stamps, "party.party", party);
        MODELS.forEach((link, model) -> rows(link).forEach(row -> stamp(stamps, model, row)));
        return stamps;
    }

    /** For the context of a write to one address. */
    Map<String, String> timestamps(JsonNode address) {
        Map<String, String> stamps = new LinkedHashMap<>();
        stamp(stamps, MODELS.get("addresses"), address);
        return stamps;
    }

    private static void stamp(Map<String, String> stamps, String model, JsonNode row) {
        if (row.hasNonNull(TIMESTAMP)) {
            stamps.put(
                    model + "," + row.path("id").asLong(), row.path(TIMESTAMP).asText());
        }
    }

    /** The id of the one row behind a link, or null. */
    Long linked(String link) {
        JsonNode id = party.path(link);
        return id.isNumber()
                ? Long.valueOf(id.asLong())
                : id.path("id").isNumber() ? id.path("id").asLong() : null;
    }

    /** The addresses that are marked, for example for invoices. */
    List<JsonNode> marked(String mark) {
        List<JsonNode> marked = new ArrayList<>();
        used("addresses").stream().filter(row -> row.path(mark).asBoolean()).forEach(marked::add);
        return marked;
    }
}
