/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.kontor.api.record.RecordType;
import org.kontor.mapping.Mapping;
import org.kontor.mapping.MappingReading;

/** The shipped mapping files, and recorded parties. */
final class Recorded {
    static final Mapping CUSTOMER = mapping(RecordType.CUSTOMER);
    static final Mapping LOCATION = mapping(RecordType.LOCATION);

    private Recorded() {}

    private static Mapping mapping(RecordType type) {
        MappingReading reading = Mapping.read(type.key() + ".yaml", PartyMappings.shipped(type));
        if (!reading.errors().isEmpty()) {
            throw new IllegalStateException(reading.errors().toString());
        }
        return reading.mapping();
    }

    /** As Tryton answered them. */
    static List<JsonNode> parties() {
        try {
            List<JsonNode> parties = new ArrayList<>();
            new ObjectMapper()
                    .readTree(Recorded.class.getResource("parties.json"))
                    .forEach(parties::add);
            return parties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
