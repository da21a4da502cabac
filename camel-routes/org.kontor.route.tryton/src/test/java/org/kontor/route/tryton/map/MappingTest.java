/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

import java.util.List;
import java.util.Map;

import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.sync.SourceRecord;
import org.kontor.mapping.Lookups;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

/** On answers recorded from a Tryton 6.0: a party with everything, one with nothing, an archived one with an empty address. */
@Shows({"S4", "S14"})
public class MappingTest {
    private final JsonNode full = party("F-1");
    private final JsonNode empty = party("F-2");
    private final JsonNode archived = party("F-3");

    @Test
    public void aPartyIsACustomer() {
        SourceRecord customer = customer(full);
        FieldValues values = customer.values();
        assertEquals(full.path("id").asText(), customer.externalId());
        assertFalse(customer.archived());
        assertEquals("F-1", values.text(CustomerField.CODE));
        assertEquals("Grünwald Robotik GmbH", values.text(CustomerField.NAME));
        assertEquals("the tax number, though it is the second", "DE136695976", values.text(CustomerField.TAX_ID));
        assertEquals("not the archived one", "info@gruenwald.example", values.text(CustomerField.EMAIL));
        assertEquals("neither the fax nor the later mobile", "+49 89 5550003", values.text(CustomerField.PHONE));
        assertEquals("https://gruenwald.example", values.text(CustomerField.WEB_ADDRESS));
        assertEquals("de", values.text(CustomerField.LANGUAGE));
        assertEquals("the first in use, by sequence", "Hamburg", values.text(CustomerField.ADDRESS_CITY));
        assertEquals("DE-HH", values.text(CustomerField.ADDRESS_REGION));
        assertEquals("Hamburg", values.text(CustomerField.BILLING_ADDRESS_CITY));
        for (Field field :
                List.of(CustomerField.KIND, CustomerField.RELATION, CustomerField.CURRENCY, CustomerField.TAGS)) {
            assertFalse("not Tryton's: " + field.path(), values.has(field));
        }
    }

    @Test
    public void whatIsEmptyIsCleared() {
        FieldValues values = customer(empty).values();
        for (Field field : List.of(
                CustomerField.NAME,
                CustomerField.TAX_ID,
                CustomerField.EMAIL,
                CustomerField.PHONE,
                CustomerField.WEB_ADDRESS,
                CustomerField.LANGUAGE,
                CustomerField.ADDRESS_LINES,
                CustomerField.ADDRESS_COUNTRY)) {
            assertTrue(field.path(), values.has(field));
            assertNull(field.path(), values.get(field));
        }
        assertFalse("no address tells where bills go", values.has(CustomerField.BILLING_ADDRESS_CITY));
    }

    @Test
    public void addressesAreLocations() {
        List<SourceRecord> locations = locations(full);
        assertEquals(3, locations.size());
        String id = full.path("id").asText();
        locations.forEach(location -> assertEquals(Map.of(LocationField.CUSTOMER, id), location.references()));

        SourceRecord old = locations.get(0); // has no sequence: stands first
        assertTrue("an archived address", old.archived());
        assertEquals("Alt 1", old.values().text(LocationField.NAME));
        SourceRecord named = locations.get(1);
        assertFalse(named.archived());
        assertEquals("Lager Nord", named.values().text(LocationField.NAME));
        FieldValues values = locations.get(2).values();
        assertEquals("the first line of the street", "Hauptstraße 5", values.text(LocationField.NAME));
        assertEquals(List.of("Hauptstraße 5", "2. OG"), values.list(LocationField.ADDRESS_LINES));
        assertEquals("80331", values.text(LocationField.ADDRESS_POSTAL_CODE));
        assertEquals("München", values.text(LocationField.ADDRESS_CITY));
        assertEquals("DE-BY", values.text(LocationField.ADDRESS_REGION));
        assertEquals("DE", values.text(LocationField.ADDRESS_COUNTRY));
        for (Field field :
                List.of(LocationField.CODE, LocationField.TYPE, LocationField.STATUS, LocationField.PARENT)) {
            assertFalse("not Tryton's: " + field.path(), values.has(field));
        }
    }

    @Test
    public void anArchivedPartyArchivesItsAddresses() {
        assertTrue(customer(archived).archived());
        assertEquals("another number for want of a tax number", "REG-7", taxId(archived));
        SourceRecord location = locations(archived).get(0);
        assertTrue(location.archived());
        assertEquals("for want of anything else", "Nur Name", location.values().text(LocationField.NAME));
        assertNull(location.values().get(LocationField.ADDRESS_LINES));
    }

    @Test
    public void withoutTheInvoicingModuleBillingAddressesAreNotTouched() {
        ObjectNode party = full.deepCopy();
        party.path("addresses.").forEach(address -> ((ObjectNode) address).remove("invoice"));
        assertFalse(customer(party).values().has(CustomerField.BILLING_ADDRESS_CITY));
        party = full.deepCopy();
        party.path("addresses.").forEach(address -> ((ObjectNode) address).put("invoice", false));
        assertTrue(customer(party).values().has(CustomerField.BILLING_ADDRESS_CITY));
        assertNull(customer(party).values().get(CustomerField.BILLING_ADDRESS_CITY));
    }

    @Test
    public void languages() {
        assertEquals("pt-BR", language("pt_BR"));
        assertEquals("es-419", language("es_419"));
        assertEquals("sr-Latn", language("sr@latin"));
        assertNull(language(null));
    }

    private String language(String code) {
        ObjectNode party = full.deepCopy();
        ((ObjectNode) party.path("langs.").path(0).path("lang.")).put("code", code);
        return customer(party).values().text(CustomerField.LANGUAGE);
    }

    private static SourceRecord customer(JsonNode party) {
        return mapped(Recorded.CUSTOMER.in(Payload.of(party), Lookups.NONE));
    }

    private static List<SourceRecord> locations(JsonNode party) {
        List<SourceRecord> locations = Recorded.LOCATION.inAll(Payload.of(party), Lookups.NONE);
        locations.forEach(MappingTest::mapped);
        return locations;
    }

    private static SourceRecord mapped(SourceRecord record) {
        if (record.refusal() != null) {
            throw record.refusal();
        }
        return record;
    }

    private static String taxId(JsonNode party) {
        return customer(party).values().text(CustomerField.TAX_ID);
    }

    private static JsonNode party(String code) {
        return Recorded.parties().stream()
                .filter(party -> party.path("code").asText().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
