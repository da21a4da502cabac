/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.rest.internal.json.RecordBody;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows({"V1", "X3"})
public class RecordBodyTest {
    private static FieldValues read(String json) {
        return RecordBody.read(RecordType.CUSTOMER, new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static void refused(String expected, String json) {
        KontorException refusal = assertThrows(KontorException.class, () -> read(json));
        assertEquals(
                expected,
                refusal.code() == ErrorCode.MALFORMED_BODY
                        ? "malformed_body"
                        : refusal.violations().stream()
                                .map(v -> v.field() + " " + v.rule())
                                .toList()
                                .toString());
    }

    @Test
    public void nestedObjectsBecomePaths() {
        FieldValues values = read("{\"name\":\"A\",\"address\":{\"city\":\"Bern\",\"lines\":[\"x\"]},\"taxId\":null}");
        assertEquals("Bern", values.get(CustomerField.ADDRESS_CITY));
        assertEquals(List.of("x"), values.get(CustomerField.ADDRESS_LINES));
        assertTrue(values.has(CustomerField.TAX_ID));
        assertEquals(4, values.size());
    }

    @Test
    public void aGroupThatIsNullClearsAllOfIt() {
        FieldValues values = read("{\"billingContact\":null}");
        assertEquals(3, values.size());
        assertTrue(values.has(CustomerField.BILLING_CONTACT_EMAIL));
    }

    @Test
    public void whatIsNotAFieldIsTold() {
        refused("[nmae unknown_field, address.street unknown_field]", "{\"nmae\":1,\"address\":{\"street\":1}}");
        refused("[address.city unknown_field]", "{\"address.city\":\"Bern\"}");
        refused("[version read_only, id read_only]", "{\"version\":1,\"id\":\"x\"}");
        refused("[address wrong_type]", "{\"address\":\"Bern\"}");
    }

    @Test
    public void whatIsNotProperJsonIsTold() {
        for (String bad : List.of(
                "",
                "[]",
                "null",
                "\"x\"",
                "{",
                "{\"name\":\"A\"} x",
                "{\"name\":\"A\",\"name\":\"B\"}",
                "{\"name\":\"" + "x".repeat(200_000) + "\"}",
                "{\"x\":".repeat(10_000),
                "[".repeat(10_000),
                "{\"name\":" + "9".repeat(1000) + "}",
                "{\"name\":\"a\u0001\"}")) {
            refused("malformed_body", bad);
        }
        InputStream latin1 = new ByteArrayInputStream("{\"name\":\"Müller\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                ErrorCode.MALFORMED_BODY,
                assertThrows(KontorException.class, () -> RecordBody.read(RecordType.CUSTOMER, latin1))
                        .code());
    }

    /** A field that is added to the language and forgotten in the description would be found here. */
    @Test
    public void everyFieldStandsInTheDescription() throws Exception {
        JsonNode schemas;
        try (InputStream in = getClass().getResourceAsStream("/openapi/openapi.json")) {
            schemas =
                    JsonMapper.builder().build().readTree(in).path("components").path("schemas");
        }
        for (RecordType type : RecordType.values()) {
            for (Field field : type.fields()) {
                JsonNode schema =
                        schemas.path(type.name().charAt(0) + type.key().substring(1));
                for (String part : field.path().split("\\.")) {
                    JsonNode property = schema.path("properties").path(part);
                    assertTrue(type + " " + field.path(), property.isObject());
                    String reference = property.path("$ref").asText();
                    schema = reference.isEmpty()
                            ? property
                            : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
                }
            }
        }
    }
}
