/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.kontor.api.location.LocationField;
import org.kontor.api.record.FieldValues;
import org.kontor.api.sync.SourceRecord;

/**
 * The addresses of a party as locations. Code, type, status, parent, time zone and coordinates are not Tryton's, and stay as
 * they are here.
 */
public final class LocationMapping {
    private LocationMapping() {}

    public static List<SourceRecord> map(JsonNode party) {
        return Nodes.rows(party, "addresses")
                .map(address -> map(party, address))
                .toList();
    }

    private static SourceRecord map(JsonNode party, JsonNode address) {
        FieldValues values = FieldValues.builder()
                .set(LocationField.NAME, name(party, address))
                .set(LocationField.ADDRESS_LINES, Nodes.lines(address, "street"))
                .set(LocationField.ADDRESS_POSTAL_CODE, Nodes.text(address, "postal_code"))
                .set(LocationField.ADDRESS_CITY, Nodes.text(address, "city"))
                .set(LocationField.ADDRESS_REGION, Nodes.text(address, "subdivision", "code"))
                .set(LocationField.ADDRESS_COUNTRY, Nodes.text(address, "country", "code"))
                .build();
        // An archived party keeps its addresses active in Tryton, but nobody is to be served there any more.
        boolean archived = !Nodes.active(address) || !Nodes.active(party);
        String customer = party.path("id").asText();
        return new SourceRecord(
                address.path("id").asText(), values, Map.of(LocationField.CUSTOMER, customer), archived, null);
    }

    /** Its name, which few addresses have; else what a person would call it. */
    private static String name(JsonNode party, JsonNode address) {
        String name = Nodes.text(address, "name");
        if (name == null) {
            List<String> street = Nodes.lines(address, "street");
            name = street == null ? Nodes.text(address, "city") : street.get(0);
        }
        return name == null ? Nodes.text(party, "name") : name;
    }
}
