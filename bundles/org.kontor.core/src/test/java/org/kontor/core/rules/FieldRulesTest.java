/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.junit.Test;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.Violation;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

@Shows({"C1", "C6", "X3"})
public class FieldRulesTest {
    private static void accepts(Field field, Object raw, Object checked) {
        List<Violation> violations = new ArrayList<>();
        assertEquals(checked, FieldRules.check(field, raw, violations));
        assertEquals(List.of(), violations);
    }

    private static void refuses(Field field, String rule, Object... raws) {
        for (Object raw : raws) {
            List<Violation> violations = new ArrayList<>();
            assertNull(FieldRules.check(field, raw, violations));
            assertEquals(String.valueOf(raw), 1, violations.size());
            assertEquals(String.valueOf(raw), rule, violations.get(0).rule());
            assertEquals(field.path(), violations.get(0).field());
        }
    }

    @Test
    public void textIsOneStrippedLine() {
        accepts(CustomerField.NAME, "  Müller  ", "Müller");
        accepts(CustomerField.NAME, "   ", null);
        accepts(CustomerField.NAME, "e\u0301", "é");
        accepts(CustomerField.NAME, "😀".repeat(200), "😀".repeat(200));
        refuses(CustomerField.NAME, "too_long", "x".repeat(201), "x".repeat(5_000_000));
        refuses(CustomerField.NAME, "control_character", "a\nb", "a\0b", "a\u2028b", "a\uD800b");
        refuses(CustomerField.NAME, "wrong_type", 7, true, List.of("a"));
    }

    @Test
    public void codesAreLettersDigitsAndAFewSigns() {
        accepts(CustomerField.CODE, "C-1/2.3_4#5", "C-1/2.3_4#5");
        refuses(CustomerField.CODE, "malformed_code", "a b", "-a", "a;b", "a'b");
    }

    @Test
    public void emailAddresses() {
        for (String good :
                List.of("a@b.ch", "first.last+tag@sub.example.com", "o'neil@example.org", "x@müller.example")) {
            accepts(CustomerField.EMAIL, good, good);
        }
        refuses(
                CustomerField.EMAIL,
                "malformed_email",
                "a",
                "a@b",
                "@b.ch",
                "a@b..ch",
                "a b@c.ch",
                "a@-b.ch",
                "<a@b.ch>");
    }

    @Test
    public void telephoneNumbers() {
        for (String good : List.of("+41 44 123 45 67", "(555) 010-0199", "044/123.45.67", "+1 303 555 0167 x12")) {
            accepts(CustomerField.PHONE, good, good);
        }
        refuses(CustomerField.PHONE, "malformed_phone", "call me", "12", "+41;DROP", "++41 44 1");
    }

    @Test
    public void webAddresses() {
        for (String good : List.of("https://example.com/a?b=c#d", "example.com", "http://127.0.0.1:8080/x")) {
            accepts(CustomerField.WEB_ADDRESS, good, good);
        }
        refuses(
                CustomerField.WEB_ADDRESS,
                "malformed_web_address",
                "javascript:alert(1)",
                "ftp://x.ch",
                "a b",
                "https://");
    }

    @Test
    public void codesOfTheStandardsAreWrittenAsTheyWriteThem() {
        accepts(CustomerField.ADDRESS_COUNTRY, "ch", "CH");
        accepts(CustomerField.CURRENCY, "chf", "CHF");
        accepts(CustomerField.LANGUAGE, "de-ch", "de-CH");
        accepts(CustomerField.ADDRESS_REGION, "ch-zh", "CH-ZH");
        accepts(CustomerField.KIND, "company", "COMPANY");
        accepts(LocationField.TIME_ZONE, "Europe/Zurich", "Europe/Zurich");
        refuses(CustomerField.ADDRESS_COUNTRY, "unknown_country", "ZZ", "CHE", "Switzerland");
        refuses(CustomerField.CURRENCY, "unknown_currency", "XYZ", "€");
        refuses(CustomerField.LANGUAGE, "unknown_language", "german", "d_CH", "zz");
        refuses(CustomerField.ADDRESS_REGION, "malformed_region", "Zürich", "CH_ZH");
        refuses(CustomerField.KIND, "unknown_choice", "MARTIAN");
        refuses(LocationField.TIME_ZONE, "unknown_time_zone", "Mars/Olympus", "europe/zurich");
    }

    @Test
    public void listsAreBoundedAndTagsAreASet() {
        accepts(CustomerField.TAGS, List.of("b", " a ", "b", ""), List.of("a", "b"));
        accepts(CustomerField.TAGS, List.of(), null);
        accepts(CustomerField.ADDRESS_LINES, "Street 1\r\n\n 3rd floor", List.of("Street 1", "3rd floor"));
        refuses(CustomerField.TAGS, "too_many", Collections.nCopies(51, "x"), numbered(60));
        refuses(CustomerField.TAGS, "too_long", List.of("x".repeat(51)));
        refuses(CustomerField.TAGS, "wrong_type", "a", List.of(1), Arrays.asList("a", null));
        refuses(CustomerField.ADDRESS_LINES, "too_many", "1\n2\n3\n4\n5\n6");
        refuses(CustomerField.ADDRESS_LINES, "control_character", List.of("a\nb"));
    }

    private static List<String> numbered(int count) {
        return java.util.stream.IntStream.range(0, count).mapToObj(i -> "t" + i).toList();
    }

    @Test
    public void degrees() {
        accepts(LocationField.LATITUDE, "47.3900", new BigDecimal("47.39"));
        accepts(LocationField.LATITUDE, -90, new BigDecimal("-9E+1"));
        refuses(LocationField.LATITUDE, "out_of_range", "90.0000001", new BigDecimal("1E+999999999"), "-91");
        refuses(LocationField.LONGITUDE, "out_of_range", 181);
        refuses(LocationField.LATITUDE, "too_precise", "1.12345678", new BigDecimal("1E-999999999"));
        refuses(LocationField.LATITUDE, "wrong_type", "north", "NaN", "1".repeat(100), true);
    }

    @Test
    public void referencesAreWholeIds() {
        refuses(LocationField.CUSTOMER, "malformed_id", "1-1-1-1-1", "x", 7, "'; DROP TABLE customer");
    }

    /** Whatever comes in: a fitting value or one violation, never an exception, and what is checked stays as it is. */
    @Test
    public void anyTextIsCheckedOrToldAndCheckingAgainChangesNothing() {
        qt().forAll(strings().allPossible().ofLengthBetween(0, 60)).checkAssert(text -> {
            for (RecordType type : RecordType.values()) {
                for (Field field : type.fields()) {
                    List<Violation> violations = new ArrayList<>();
                    Object checked = FieldRules.check(field, text, violations);
                    assertTrue(checked == null || violations.isEmpty());
                    if (checked != null) {
                        accepts(field, checked, checked);
                    }
                }
            }
        });
    }
}
