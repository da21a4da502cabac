/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.Test;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows("V3")
public class PairsTest {
    private static final UUID ID = UUID.fromString("01234567-89ab-7def-8123-456789abcdef");

    private static FieldValues values(RecordType type, String... pairs) {
        return Pairs.values(type, List.of(pairs), (target, named) -> target == RecordType.CUSTOMER ? ID : named);
    }

    @Test
    public void valuesAreReadByTheKindOfTheirField() {
        FieldValues values = values(
                RecordType.CUSTOMER, "name=A = B", "kind=company", "tags=b; a", "address.lines=One\\nTwo", "taxId=");
        assertEquals("A = B", values.text(CustomerField.NAME));
        assertEquals("COMPANY", values.text(CustomerField.KIND));
        assertEquals(List.of("b", "a"), values.list(CustomerField.TAGS));
        assertEquals("One\nTwo", values.get(CustomerField.ADDRESS_LINES));
        assertTrue(values.has(CustomerField.TAX_ID));
        assertNull(values.get(CustomerField.TAX_ID));
        assertFalse(values.has(CustomerField.EMAIL));
        assertEquals(ID, values(RecordType.LOCATION, "customerId=C-1").get(LocationField.CUSTOMER));
    }

    @Test
    @Shows("C9")
    public void customFieldsAreNamedByTheirKey() {
        CustomField field = CustomField.named(RecordType.CUSTOMER, "tax_no2");
        assertEquals(
                "A = B", values(RecordType.CUSTOMER, "custom.tax_no2=A = B").get(field));
        assertTrue(values(RecordType.CUSTOMER, "custom.tax_no2=").has(field));
        assertEquals(
                Map.of(field, "7"),
                Pairs.search(RecordType.CUSTOMER, List.of("custom.tax_no2=7"), (type, named) -> ID)
                        .where());
    }

    @Test
    public void everythingWrongIsToldAtOnce() {
        KontorException refusal = assertThrows(
                KontorException.class, () -> values(RecordType.CUSTOMER, "nonsense", "colour=red", "name=a", "name=b"));
        assertEquals(
                List.of("arguments not_a_pair", "colour unknown_field", "name twice"),
                refusal.violations().stream()
                        .map(v -> v.field() + " " + v.rule())
                        .toList());
    }

    @Test
    public void aListTakesWordsAndFilters() {
        Pairs.Search search = Pairs.search(
                RecordType.CUSTOMER, List.of("müller", "country=CH", "tag=gold", "bern"), (type, named) -> ID);
        assertEquals("müller bern", search.text());
        assertEquals(Map.of(CustomerField.ADDRESS_COUNTRY, "CH", CustomerField.TAGS, "gold"), search.where());
        assertNull(Pairs.search(RecordType.CUSTOMER, List.of(), (type, named) -> ID)
                .text());
        KontorException refusal = assertThrows(
                KontorException.class,
                () -> Pairs.search(RecordType.LOCATION, List.of("colour=red"), (type, named) -> ID));
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("country, customer, parent, status, tag, type"));
    }
}
