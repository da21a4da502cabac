/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

import java.util.ArrayList;
import java.util.List;

import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.api.sync.SourceRecord;
import org.kontor.mapping.Lookups;
import org.kontor.mapping.Mapping;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

/** The language of mapping files is enough for a real system: files map as the code does. */
@Shows("S4")
public class MappingByFilesTest {
    private final Mapping customer = Recorded.mapping("tryton-customer.yaml");
    private final Mapping location = Recorded.mapping("tryton-location.yaml");

    @Test
    public void aPartyIsTheSameCustomer() {
        for (JsonNode party : payloads()) {
            assertSame(CustomerMapping.map(party), customer.in(party, Lookups.NONE));
        }
    }

    @Test
    public void addressesAreTheSameLocations() {
        for (JsonNode party : payloads()) {
            List<SourceRecord> byCode = LocationMapping.map(party);
            List<SourceRecord> byFile = location.inAll(party, Lookups.NONE);
            assertEquals(byCode.size(), byFile.size());
            for (int i = 0; i < byCode.size(); i++) {
                assertSame(byCode.get(i), byFile.get(i));
            }
        }
    }

    private static void assertSame(SourceRecord byCode, SourceRecord byFile) {
        if (byFile.refusal() != null) {
            throw byFile.refusal();
        }
        byCode.values().forEach((field, value) -> {
            assertTrue(field.path(), byFile.values().has(field));
            assertEquals(field.path(), value, byFile.values().get(field));
        });
        assertEquals(byCode, byFile);
    }

    /** As recorded, and each with one thing missing, empty or turned round. */
    private static List<JsonNode> payloads() {
        List<JsonNode> payloads = new ArrayList<>();
        for (JsonNode party : Recorded.parties()) {
            payloads.add(party);
            party.fieldNames().forEachRemaining(field -> {
                if (!field.equals("id")) {
                    payloads.add(((ObjectNode) party.deepCopy()).putNull(field));
                    ObjectNode without = party.deepCopy();
                    without.remove(field);
                    payloads.add(without);
                }
            });
            for (String link : List.of("addresses.", "contact_mechanisms.", "identifiers.", "langs.")) {
                party.path(link).forEach(row -> row.fieldNames().forEachRemaining(field -> {
                    if (!field.equals("id")) {
                        ObjectNode changed = party.deepCopy();
                        ArrayNode reversed = changed.putArray(link);
                        for (int i = party.path(link).size() - 1; i >= 0; i--) {
                            ObjectNode copy = party.path(link).get(i).deepCopy();
                            reversed.add(party.path(link).get(i) == row ? copy.putNull(field) : copy);
                        }
                        payloads.add(changed);
                    }
                }));
            }
        }
        return payloads;
    }
}
