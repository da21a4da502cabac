/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.sync.SourceRecord;
import org.kontor.mapping.Lookups;
import org.kontor.mapping.Mapping;

/**
 * What a party becomes, for one reading.
 *
 * @param fields what is to be asked of Tryton for it, as seen from the party
 */
public record PartyMapping(Mapping customer, Mapping location, Lookups lookups, Set<String> fields) {
    public PartyMapping {
        fields = Set.copyOf(fields);
    }

    /** @param party as {@link Payload} makes it */
    public SourceRecord customer(JsonNode party) {
        return customer.in(party, lookups);
    }

    public List<SourceRecord> locations(JsonNode party) {
        return location.inAll(party, lookups);
    }
}
