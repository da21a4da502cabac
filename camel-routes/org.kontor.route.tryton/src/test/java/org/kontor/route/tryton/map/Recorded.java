/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.kontor.mapping.Mapping;
import org.kontor.mapping.MappingReading;

/** The mapping files that say what {@link CustomerMapping} and {@link LocationMapping} do, and recorded parties. */
final class Recorded {
    private Recorded() {}

    static Mapping mapping(String file) {
        try (InputStream in = Recorded.class.getResourceAsStream(file)) {
            MappingReading reading = Mapping.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!reading.errors().isEmpty()) {
                throw new IllegalStateException(reading.errors().toString());
            }
            return reading.mapping();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
