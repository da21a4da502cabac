/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.Violation;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordHeader;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.MatchKey;
import org.kontor.api.sync.MergeRule;
import org.kontor.api.sync.SourceRecord;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

/** What a mapping file makes of a record, both ways. */
@Shows({"S4", "S5"})
public class LanguageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID CUSTOMER = UUID.fromString("00000000-0000-7000-8000-000000000001");

    /** Countries by our code and by theirs; one customer is known there. */
    private static final Lookups LOOKUPS = new Lookups() {
        @Override
        public Set<String> tables() {
            return Set.of("country");
        }

        @Override
        public Optional<JsonNode> find(String table, String key) {
            return key.equals("DE") || key.equals("4") ? Optional.of(json("{id: 4, code: 'DE'}")) : Optional.empty();
        }

        @Override
        public Optional<String> externalId(RecordType type, String id) {
            return type == RecordType.CUSTOMER && id.equals(CUSTOMER.toString()) ? Optional.of("61") : Optional.empty();
        }
    };

    @Test
    public void thePlainCaseIsShortAndGoesBothWays() {
        Mapping mapping = customer("  name: title\n  address.city: place.city\n");
        SourceRecord in = mapping.in(json("{id: 7, title: ' Acme ', place: {city: 'Kiel'}, phone: '1'}"), LOOKUPS);
        assertNull(in.refusal());
        assertEquals("7", in.externalId());
        assertEquals("Acme", in.values().text(CustomerField.NAME));
        assertEquals("Kiel", in.values().text(CustomerField.ADDRESS_CITY));
        assertFalse("not mapped", in.values().has(CustomerField.PHONE));
        assertNull("the system does not tell", in.archived());

        Outgoing out = mapping.out(record(Map.of(CustomerField.NAME, "Acme", CustomerField.PHONE, "1")), LOOKUPS);
        assertEquals(List.of("title", "place.city"), List.copyOf(out.values().keySet()));
        assertEquals("Acme", out.values().get("title").asText());
        assertTrue(
                "what is empty here is emptied there",
                out.values().get("place.city").isNull());
    }

    @Test
    @Shows("C9")
    public void customFieldsGoBothWaysLikeAnyOther() {
        CustomField segment = CustomField.named(RecordType.CUSTOMER, "segment");
        Mapping mapping = customer("  name: title\n  custom.segment: branch.name\n");
        SourceRecord in = mapping.in(json("{id: 7, title: 'Acme', branch: {name: 'Retail'}}"), LOOKUPS);
        assertNull(in.refusal());
        assertEquals("Retail", in.values().get(segment));
        Outgoing out =
                mapping.out(record(Map.<Field, Object>of(CustomerField.NAME, "Acme", segment, "Retail")), LOOKUPS);
        assertEquals("Retail", out.values().get("branch.name").asText());
    }

    @Test
    public void whatIsEmptyIsClearedUnlessAConditionSaysOtherwise() {
        Mapping mapping = customer("  name: name\n  email: {in: email, when: \"$has($, 'email')\"}\n");
        assertTrue(mapping.in(json("{id: 1, email: null}"), LOOKUPS).values().has(CustomerField.EMAIL));
        assertFalse(mapping.in(json("{id: 1}"), LOOKUPS).values().has(CustomerField.EMAIL));
        assertTrue(mapping.in(json("{id: 1}"), LOOKUPS).values().has(CustomerField.NAME));
    }

    @Test
    public void converters() {
        Mapping mapping = customer(
                """
                  name: {in: "$trimToNull(a) ? a : 'nobody'"}
                  kind: {path: k, values: {firm: COMPANY, man: INDIVIDUAL}}
                  relation: {constant: END_CUSTOMER}
                  language: {in: $language(l)}
                  address.country: {in: $country(c)}
                  address.lines: {in: $lines(s)}
                  address.postalCode: {in: "$replace(z, /[^0-9]+/, '')"}
                  phone: {in: "$match(p, /[0-9]+/).match"}
                """);
        FieldValues values = mapping.in(
                        json(
                                "{id: 1, a: '  ', k: 'man', l: 'pt_BR.UTF-8', c: 'deu', s: 'A 1\\n\\n B ', z: 'D-24103', p: 'x 12'}"),
                        LOOKUPS)
                .values();
        assertEquals("nobody", values.text(CustomerField.NAME));
        assertEquals("INDIVIDUAL", values.text(CustomerField.KIND));
        assertEquals("END_CUSTOMER", values.text(CustomerField.RELATION));
        assertEquals("pt-BR", values.text(CustomerField.LANGUAGE));
        assertEquals("DE", values.text(CustomerField.ADDRESS_COUNTRY));
        assertEquals(List.of("A 1", "B"), values.list(CustomerField.ADDRESS_LINES));
        assertEquals("24103", values.text(CustomerField.ADDRESS_POSTAL_CODE));
        assertEquals("12", values.text(CustomerField.PHONE));
        Outgoing out = mapping.out(record(Map.of(CustomerField.KIND, "COMPANY")), LOOKUPS);
        assertEquals("firm", out.values().get("k").asText());
    }

    @Test
    public void lookupsAnswerOrRefuse() {
        Mapping mapping = customer(
                """
                  address.country:
                    in: $lookup('country', country).code
                    out: {to: country, value: "$lookup('country', address.country).id"}
                """);
        assertEquals(
                "DE", mapping.in(json("{id: 1, country: 4}"), LOOKUPS).values().text(CustomerField.ADDRESS_COUNTRY));
        refused(mapping.in(json("{id: 1, country: 99}"), LOOKUPS), "address.country", "lookup_unknown", "99");
        assertEquals(
                4,
                mapping.out(record(Map.of(CustomerField.ADDRESS_COUNTRY, "DE")), LOOKUPS)
                        .values()
                        .get("country")
                        .asInt());
        Outgoing unknown = mapping.out(record(Map.of(CustomerField.ADDRESS_COUNTRY, "FR")), LOOKUPS);
        assertEquals(Map.of(), unknown.values());
        assertEquals("lookup_unknown", unknown.violations().get(0).rule());
        assertEquals("FR", unknown.violations().get(0).value());
    }

    @Test
    public void aLookUpThatFailsIsNoFaultOfTheRecord() {
        Lookups away = new Lookups() {
            @Override
            public Set<String> tables() {
                return Set.of("country");
            }

            @Override
            public Optional<JsonNode> find(String table, String key) {
                throw new IllegalStateException("away");
            }

            @Override
            public Optional<String> externalId(RecordType type, String id) {
                return Optional.empty();
            }
        };
        for (String expression :
                List.of("$lookup('country', id).code", "$uppercase($lookup('country', id).code & '')")) {
            Mapping mapping = customer("  address.country:\n    in: " + expression + "\n");
            IllegalStateException failure =
                    assertThrows(IllegalStateException.class, () -> mapping.in(json("{id: 1}"), away));
            assertEquals("away", failure.getMessage());
        }
    }

    @Test
    public void aReferenceIsTheIdThere() {
        Mapping mapping = read("type: location\nid: id\nfields:\n  customerId: party\n  name: name\n");
        SourceRecord in = mapping.in(json("{id: 1, party: 61, name: 'Hall'}"), LOOKUPS);
        assertEquals(Map.of(LocationField.CUSTOMER, "61"), in.references());
        assertFalse(in.values().has(LocationField.CUSTOMER));
        BusinessRecord known = BusinessRecord.of(
                RecordType.LOCATION, header(), FieldValues.of(Map.of(LocationField.CUSTOMER, CUSTOMER)), List.of());
        assertEquals("61", mapping.out(known, LOOKUPS).values().get("party").asText());
        BusinessRecord unknown = BusinessRecord.of(
                RecordType.LOCATION,
                header(),
                FieldValues.of(Map.of(LocationField.CUSTOMER, header().id())),
                List.of());
        assertEquals(
                "reference_unknown",
                mapping.out(unknown, LOOKUPS).violations().get(0).rule());
    }

    @Test
    public void mergeAndMatch() {
        Mapping mapping = read("type: customer\nid: id\nmerge: newest\nmatch: [taxId, domain, code]\nfields:\n"
                + "  code: {in: ref}\n  taxId: vat\n  email: {path: mail, merge: ours}\n");
        assertEquals(List.of(MatchKey.TAX_ID, MatchKey.DOMAIN, MatchKey.CODE), mapping.match());
        assertEquals(MergeRule.NEWEST, mapping.merge(CustomerField.TAX_ID));
        assertEquals(MergeRule.NEWEST, mapping.rules().merge(CustomerField.TAX_ID));
        assertEquals(MergeRule.OURS, mapping.rules().merge(CustomerField.EMAIL));
        assertEquals(mapping.match(), mapping.rules().match());
        assertEquals(MergeRule.OURS, mapping.merge(CustomerField.EMAIL));
        assertEquals(MergeRule.THEIRS, customer("  name: name\n").merge(CustomerField.NAME));
        assertEquals(List.of("vat", "mail"), mapping.pathsOut());
    }

    @Test
    public void whatARecordBreaksIsTold() {
        Mapping mapping = customer("  name: {in: name}\n  address.country: {in: $country(c)}\n"
                + "  kind: {in: k, values: {a: COMPANY}}\n  phone: {in: $number(p)}\n");
        refused(mapping.in(json("{id: 1, name: ['a', 'b']}"), LOOKUPS), "name", "wrong_type", null);
        refused(mapping.in(json("{id: 1, c: 'XX'}"), LOOKUPS), "address.country", "country_unknown", "XX");
        refused(mapping.in(json("{id: 1, k: 'z'}"), LOOKUPS), "kind", "value_unknown", "z");
        refused(mapping.in(json("{id: 1, p: 'z'}"), LOOKUPS), "phone", "expression_failed", null);
        refused(mapping.in(json("{name: 'a'}"), LOOKUPS), "externalId", "required", null);
        assertEquals(
                "all at once",
                2,
                mapping.in(json("{id: 1, c: 'XX', k: 'z'}"), LOOKUPS)
                        .refusal()
                        .violations()
                        .size());
    }

    @Test
    public void nothingRunsAwayOrGrows() {
        assertRefused("($f := function($n){$f($n + 1)}; $f(1))", "too_slow");
        assertRefused("($f := function($n){1 + $f($n + 1)}; $f(1))", "too_deep");
        assertRefused("$contains(name, /(a*)(a*)(a*)(a*)(a*)(a*)\\1c/) ? 'x' : 'y'", "too_slow");
        assertRefused("$pad(name, 1000000000)", "too_large");
        assertRefused("$count([1..9999999])", "too_large");
        assertRefused("($f := function($s, $n){$n = 0 ? $s : $f($s & $s, $n - 1)}; $f(name, 40))", "too_large");
    }

    private static void assertRefused(String expression, String rule) {
        Mapping mapping = read("type: customer\nid: id\nfields:\n  name:\n    in: |\n      " + expression + "\n");
        refused(mapping.in(json("{id: 1, name: '" + "a".repeat(60) + "b'}"), LOOKUPS), "name", rule, null);
    }

    @Test
    public void aPayloadThatIsTooDeepIsRefused() {
        JsonNode deep = json("[".repeat(100) + "]".repeat(100));
        refused(customer("  name: name\n").in(deep, LOOKUPS), "", "too_deep", null);
    }

    @Test
    public void anyTextComesBackAsItWent() {
        Mapping mapping = customer("  name: name\n");
        qt().forAll(strings().basicMultilingualPlaneAlphabet().ofLengthBetween(0, 60))
                .check(text -> {
                    Object in = mapping.in(JSON.createObjectNode().put("id", 1).put("name", text), LOOKUPS)
                            .values()
                            .get(CustomerField.NAME);
                    String expected = text.strip().isEmpty() ? null : text.strip();
                    if (expected == null) {
                        return in == null;
                    }
                    JsonNode out = mapping.out(record(Map.of(CustomerField.NAME, in)), LOOKUPS)
                            .values()
                            .get("name");
                    return expected.equals(in) && expected.equals(out.asText());
                });
    }

    @Test
    public void threadsShareAMapping() {
        Mapping mapping = customer("  name: {in: \"($x := name; $uppercase($x) & $string($count(list[$ > 1])))\"}\n");
        IntStream.range(0, 4_000).parallel().forEach(i -> {
            JsonNode payload = json("{id: " + i + ", name: 'n" + i + "', list: [1, 2, 3]}");
            SourceRecord in = mapping.in(payload, LOOKUPS);
            assertNull(in.refusal());
            assertEquals("N" + i + "2", in.values().text(CustomerField.NAME));
        });
    }

    @Test
    @Shows("S16")
    public void aTrialTellsValueExpressionAndLineOfEachField() {
        String file = "type: customer\nid: id\nfields:\n  name: name\n  address.country:\n    in: $country(c)\n";
        MappingTest.Result result =
                MappingTest.run("a-customer.yaml", file, json("{id: 1, name: 'A', c: 'XX'}"), LOOKUPS);
        List<MappingTest.TriedField> fields = result.records().get(0).fields();
        assertEquals(new MappingTest.TriedField(CustomerField.NAME, "A", "name", 4, null), fields.get(0));
        assertEquals("$country(c)", fields.get(1).expression());
        assertEquals(6, fields.get(1).line());
        assertEquals("country_unknown", fields.get(1).violation().rule());
        assertEquals(
                "unknown_key",
                MappingTest.run("a", "type: customer\nx: 1\n", json("{}"), LOOKUPS)
                        .errors()
                        .get(0)
                        .rule());
    }

    @Test
    public void pathsAreComparedWithTheRemoteSchema() {
        RemoteSchema schema = path -> switch (String.join("/", path)) {
            case "id", "name", "contacts", "contacts/type", "contacts/value" -> Optional.of(
                    new RemoteSchema.RemoteField("char", !path.get(0).equals("id")));
            default -> Optional.empty();
        };
        Mapping mapping = read(
                "type: customer\nid: id\nfields:\n  name: nmae\n  code: id\n"
                        + "  email:\n    in: contacts[type = 'email'].value & fax\n  phone: {in: \"$first(contacts.number)\"}\n");
        assertEquals(
                List.of(
                        "4 unknown_remote_path fields.name",
                        "7 unknown_remote_path fields.email.in",
                        "8 unknown_remote_path fields.phone.in",
                        "5 not_writable fields.code"),
                mapping.check(schema).stream()
                        .map(error -> error.line() + " " + error.rule() + " " + error.key())
                        .toList());
    }

    @Test
    public void pathsThatAreReadAreKnownAlsoInFiltersAndBehindNames() {
        Mapping mapping = read("type: location\neach: rows[kind = 'site']^(number)\nid: id\nlet:\n"
                + "  best: $first([main, places[old != true]])\nfields:\n"
                + "  name: $best.`the name`\n".replace("name: $", "name:\n    in: $")
                + "  customerId: {in: $payload.owner.id}\n"
                + "  address.city: {in: \"$has($, 'city') ? city : $map(places, function($p) { $p.town })\"}\n"
                + "  address.country: {in: \"$lookup('country', land).code\"}\n");
        assertEquals(
                List.of(
                        "owner.id",
                        "rows.city",
                        "rows.id",
                        "rows.kind",
                        "rows.land",
                        "rows.main.the name",
                        "rows.number",
                        "rows.places.old",
                        "rows.places.the name",
                        "rows.places.town"),
                mapping.pathsIn().stream()
                        .map(path -> String.join(".", path))
                        .sorted()
                        .toList());
        List<MappingError> errors = mapping.check(path -> path.size() > 2 || path.contains("city")
                ? Optional.empty()
                : Optional.of(new RemoteSchema.RemoteField("char", true)));
        assertTrue(errors.toString(), errors.stream().noneMatch(error -> error.message()
                .contains("rows.city")));
        assertTrue(errors.toString(), errors.stream().anyMatch(error -> error.message()
                .contains("rows.places.old")));
    }

    private static void refused(SourceRecord record, String field, String rule, String value) {
        assertTrue("refused", record.refusal() != null);
        Violation violation = record.refusal().violations().get(0);
        assertEquals(violation.toString(), field, violation.field());
        assertEquals(violation.toString(), rule, violation.rule());
        assertEquals(value, violation.value());
    }

    private static Mapping customer(String fields) {
        return read("type: customer\nid: id\nfields:\n" + fields);
    }

    private static Mapping read(String text) {
        MappingReading reading = Mapping.read("acme-customer.yaml", text);
        assertEquals(List.of(), reading.errors());
        return reading.mapping();
    }

    private static BusinessRecord record(Map<? extends Field, ?> values) {
        return BusinessRecord.of(RecordType.CUSTOMER, header(), FieldValues.of(values), List.of());
    }

    private static RecordHeader header() {
        return new RecordHeader(UUID.fromString("00000000-0000-7000-8000-000000000009"), null, 1, false, null, null);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper()
                    .configure(com.fasterxml.jackson.core.JsonParser.Feature.ALLOW_SINGLE_QUOTES, true)
                    .configure(com.fasterxml.jackson.core.JsonParser.Feature.ALLOW_UNQUOTED_FIELD_NAMES, true)
                    .readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
