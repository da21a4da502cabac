/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.util.List;
import java.util.stream.Stream;

/** The models that make a customer with its locations: the party and its children. */
enum Model {
    // "lang" itself costs Tryton a query per party, which takes more time than all the rest; its rows come in one.
    PARTY("party.party", null, List.of("code", "name", "active", "langs.lang.code", "tax_identifier.code")),
    ADDRESS(
            "party.address",
            "addresses",
            List.of("name", "active", "sequence", "street", "postal_code", "city", "subdivision.code", "country.code")),
    CONTACT_MECHANISM("party.contact_mechanism", "contact_mechanisms", List.of("type", "value", "active", "sequence")),
    IDENTIFIER("party.identifier", "identifiers", List.of("type", "code", "sequence"));

    private static final List<String> DATES = List.of("create_date", "write_date");

    private final String id;
    private final String link;
    private final List<String> fields;

    Model(String id, String link, List<String> fields) {
        this.id = id;
        this.link = link;
        this.fields = fields;
    }

    /** Its name in Tryton. */
    String id() {
        return id;
    }

    /** The party's field that holds the rows; null for the party. */
    String link() {
        return link;
    }

    /** Its method, for {@link org.kontor.route.tryton.rpc.Gateway#call}. */
    String method(String name) {
        return "model." + id + "." + name;
    }

    /** The fields to read, as seen from the party. */
    Stream<String> fieldsFromParty() {
        String prefix = link == null ? "" : link + ".";
        return Stream.concat(fields.stream(), DATES.stream()).map(field -> prefix + field);
    }

    /** The fields that tell that a row changed, and whose it is. */
    List<String> fieldsOfChange() {
        return this == PARTY
                ? DATES
                : Stream.concat(DATES.stream(), Stream.of("party")).toList();
    }
}
