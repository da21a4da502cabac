/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.read;

import java.util.List;
import java.util.stream.Stream;

/** The models that make a customer with its locations: the party and its children. */
enum Model {
    PARTY("party.party", null),
    ADDRESS("party.address", "addresses"),
    CONTACT_MECHANISM("party.contact_mechanism", "contact_mechanisms"),
    IDENTIFIER("party.identifier", "identifiers");

    private static final List<String> DATES = List.of("create_date", "write_date");

    private final String id;
    private final String link;

    Model(String id, String link) {
        this.id = id;
        this.link = link;
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

    /** The fields that tell the state of a row, as seen from the party. */
    Stream<String> datesFromParty() {
        String prefix = link == null ? "" : link + ".";
        return DATES.stream().map(field -> prefix + field);
    }

    /** The fields that tell that a row changed, and whose it is. */
    List<String> fieldsOfChange() {
        return this == PARTY
                ? DATES
                : Stream.concat(DATES.stream(), Stream.of("party")).toList();
    }
}
