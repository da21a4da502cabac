/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordHeader;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.SourceRecord;
import org.kontor.mapping.Lookups;
import org.kontor.mapping.Outgoing;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

/** What goes out by the shipped files comes back as it was. */
@Shows("S4")
public class BothWaysTest {
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000009");
    private static final List<String> CODES = List.of("DE", "FR", "DE-HH", "DE-BY", "FR-75", "de", "fr", "pt");

    /** Every code of every table is there; its id is its place. */
    private static final Lookups LOOKUPS = new Lookups() {
        @Override
        public Set<String> tables() {
            return Set.of("country", "subdivision", "lang");
        }

        @Override
        public Optional<JsonNode> find(String table, String key) {
            int id = CODES.indexOf(key);
            return id < 0 ? Optional.empty() : Optional.of(row(id));
        }

        @Override
        public Optional<String> externalId(RecordType type, String id) {
            return Optional.of("61");
        }
    };

    private static ObjectNode row(int id) {
        return JsonNodeFactory.instance.objectNode().put("id", id).put("code", CODES.get(id));
    }

    @Test
    public void customersAsTheyAre() {
        for (JsonNode party : Recorded.parties()) {
            JsonNode payload = Payload.of(party);
            SourceRecord before = Recorded.CUSTOMER.in(payload, LOOKUPS);
            assertEquals(before, throughTryton(payload, before));
        }
    }

    @Test
    public void customersWithEveryFieldChanged() {
        Map<Field, Object> changed = new HashMap<>();
        changed.put(CustomerField.CODE, "NEW-1");
        changed.put(CustomerField.NAME, "Neu & Söhne");
        changed.put(CustomerField.TAX_ID, "FR12345678901");
        changed.put(CustomerField.EMAIL, "new@example.com");
        changed.put(CustomerField.PHONE, "+33 1 23");
        changed.put(CustomerField.WEB_ADDRESS, "https://new.example");
        changed.put(CustomerField.LANGUAGE, "fr");
        for (String kind : List.of("address", "billingAddress")) {
            changed.put(field(kind + ".lines"), List.of("1 rue Neuve", "Bât. B"));
            changed.put(field(kind + ".postalCode"), "75001");
            changed.put(field(kind + ".city"), "Paris");
            changed.put(field(kind + ".region"), "FR-75");
            changed.put(field(kind + ".country"), "FR");
        }
        for (JsonNode party : Recorded.parties()) {
            JsonNode payload = Payload.of(party);
            assertComesBack(payload, changed, true);
            assertComesBack(payload, changed, false);
            Map<Field, Object> empty = new HashMap<>();
            changed.keySet().forEach(field -> empty.put(field, null));
            assertComesBack(payload, empty, false);
        }
    }

    private static void assertComesBack(JsonNode payload, Map<Field, Object> fields, boolean archived) {
        FieldValues.Builder values = FieldValues.builder();
        fields.forEach(values::set);
        SourceRecord record = new SourceRecord(payload.path("id").asText(), values.build(), Map.of(), archived, null);
        SourceRecord after = throughTryton(payload, record);
        after.values().forEach((field, value) -> assertEquals(field.path(), fields.get(field), value));
        assertEquals(archived, after.archived());
    }

    private static Field field(String path) {
        return RecordType.CUSTOMER.field(path).orElseThrow();
    }

    @Test
    public void locationsAsTheyAreAndChanged() {
        for (JsonNode party : Recorded.parties()) {
            JsonNode payload = Payload.of(party);
            List<SourceRecord> before = Recorded.LOCATION.inAll(payload, LOOKUPS);
            for (int i = 0; i < before.size(); i++) {
                assertEquals(before.get(i), throughTryton(payload, i, before.get(i)));
                FieldValues values = FieldValues.builder()
                        .set(LocationField.NAME, "Halle 9")
                        .set(LocationField.ADDRESS_LINES, List.of("1 rue Neuve", "Bât. B"))
                        .set(LocationField.ADDRESS_POSTAL_CODE, "75001")
                        .set(LocationField.ADDRESS_CITY, "Paris")
                        .set(LocationField.ADDRESS_REGION, "FR-75")
                        .set(LocationField.ADDRESS_COUNTRY, "FR")
                        .build();
                SourceRecord changed = new SourceRecord(
                        before.get(i).externalId(),
                        values,
                        before.get(i).references(),
                        before.get(i).archived(),
                        null);
                assertEquals(changed, throughTryton(payload, i, changed));
            }
        }
    }

    private static SourceRecord throughTryton(JsonNode payload, SourceRecord record) {
        Outgoing out = Recorded.CUSTOMER.out(
                BusinessRecord.of(RecordType.CUSTOMER, header(record), record.values(), List.of()), LOOKUPS);
        assertEquals(List.of(), out.violations());
        ObjectNode written = payload.deepCopy();
        out.values().forEach((target, value) -> write(written, target, value));
        return Recorded.CUSTOMER.in(written, LOOKUPS);
    }

    private static SourceRecord throughTryton(JsonNode payload, int row, SourceRecord record) {
        FieldValues.Builder values = FieldValues.builder().set(LocationField.CUSTOMER, ID);
        record.values().forEach(values::set);
        Outgoing out = Recorded.LOCATION.out(
                BusinessRecord.of(RecordType.LOCATION, header(record), values.build(), List.of()), LOOKUPS);
        assertEquals(List.of(), out.violations());
        assertEquals("61", out.values().get("party").asText());
        ObjectNode written = payload.deepCopy();
        ObjectNode address = (ObjectNode) written.path("addresses").path(row);
        out.values().forEach((target, value) -> writeAddress(address, target, value));
        return Recorded.LOCATION.inAll(written, LOOKUPS).get(row);
    }

    private static RecordHeader header(SourceRecord record) {
        return new RecordHeader(ID, null, 1, record.archived(), null, null);
    }

    /** What the targets mean in Tryton; see {@link TrytonSchema}. */
    private static void write(ObjectNode party, String target, JsonNode value) {
        String[] names = target.split("\\.");
        if (target.startsWith("contact_mechanisms.")) {
            writeMechanism(party, names[1], value);
        } else if (target.startsWith("addresses.")) {
            Optional<ObjectNode> address = address(party, names.length == 3, !value.isNull());
            address.ifPresent(row -> writeAddress(row, names[names.length - 1], value));
        } else if (target.equals("tax_identifier.code")) {
            party.putArray("identifiers");
            party.set("tax_identifier", JsonNodeFactory.instance.objectNode().set("code", value));
        } else if (target.equals("lang")) {
            party.putArray("langs");
            if (!value.isNull()) {
                party.withArray("langs").addObject().set("lang", row(value.asInt()));
            }
        } else {
            assertNull(target, names.length == 1 ? null : target);
            party.set(target, value);
        }
    }

    private static void writeMechanism(ObjectNode party, String type, JsonNode value) {
        Set<String> types = type.equals("phone") ? Set.of("phone", "mobile") : Set.of(type);
        boolean done = false;
        for (JsonNode row : party.withArray("contact_mechanisms")) {
            if (row.path("active").asBoolean()
                    && types.contains(row.path("type").asText())) {
                if (value.isNull()) {
                    ((ObjectNode) row).put("active", false);
                } else if (!done) {
                    ((ObjectNode) row).set("value", value);
                }
                done = true;
            }
        }
        if (!done && !value.isNull()) {
            party.withArray("contact_mechanisms")
                    .addObject()
                    .put("active", true)
                    .put("type", type)
                    .set("value", value);
        }
    }

    private static Optional<ObjectNode> address(ObjectNode party, boolean invoice, boolean make) {
        for (JsonNode row : party.withArray("addresses")) {
            if (row.path("active").asBoolean()
                    && (!invoice || row.path("invoice").asBoolean())) {
                return Optional.of((ObjectNode) row);
            }
        }
        return make
                ? Optional.of(party.withArray("addresses")
                        .addObject()
                        .put("active", true)
                        .put("invoice", true))
                : Optional.empty();
    }

    private static void writeAddress(ObjectNode row, String field, JsonNode value) {
        boolean link = field.equals("country") || field.equals("subdivision");
        row.set(field, link && !value.isNull() ? row(value.asInt()) : value);
    }
}
