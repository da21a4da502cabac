/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.Test;

import org.kontor.api.customer.Customer;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordHeader;
import org.kontor.api.record.Stamp;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows({"V1", "C4"})
public class VersionsTest {
    private static final long CURRENT = 3;

    private static long required(String ifMatch) {
        return Versions.required(ifMatch, () -> CURRENT);
    }

    private static ErrorCode refused(String ifMatch) {
        return assertThrows(ifMatch, KontorException.class, () -> required(ifMatch))
                .code();
    }

    @Test
    public void theVersionIsTheTag() {
        assertEquals(7, required("\"7\""));
        assertEquals(7, required(" 7 "));
        assertEquals(7, required("W/\"1\", \"7\""));
    }

    @Test
    public void anyVersionIsTheCurrentOne() {
        assertEquals(CURRENT, required("*"));
        assertNull(Versions.optional("*", () -> CURRENT));
        assertNull(Versions.optional(null, () -> CURRENT));
    }

    @Test
    public void ofSeveralTagsTheCurrentOneCounts() {
        assertEquals(CURRENT, required("\"1\", \"3\",\"9\""));
        assertEquals(ErrorCode.STALE_VERSION, refused("\"1\", \"2\""));
    }

    @Test
    public void weakAndForeignTagsMatchNothing() {
        for (String tag : List.of("W/\"3\"", "\"abc\"", "\"\"", "W/\"1\", W/\"3\"", "\"9999999999999999999\"")) {
            assertEquals(tag, ErrorCode.STALE_VERSION, refused(tag));
        }
    }

    @Test
    public void whatIsNoTagIsTold() {
        assertEquals(ErrorCode.VERSION_REQUIRED, refused(null));
        for (String text :
                List.of("", "abc", "-1", "1.5", "1,2", "\"", "\"1\" \"2\"", "\"" + "x".repeat(3000) + "\"")) {
            assertEquals(text, ErrorCode.INVALID_INPUT, refused(text));
        }
    }

    @Test
    public void whatTheCallerHasIsKnownByAnyTagAlsoAWeakOne() {
        Stamp stamp = new Stamp(Instant.EPOCH, "me", "REST");
        Customer customer = new Customer(
                new RecordHeader(UUID.randomUUID(), UUID.randomUUID(), CURRENT, false, stamp, stamp),
                FieldValues.EMPTY,
                List.of());
        for (String tags : List.of("\"3\"", "W/\"3\"", "\"1\", W/\"3\"", "*", " * ")) {
            assertTrue(tags, Versions.isKnown(tags, customer));
        }
        for (String tags : List.of("\"2\"", "3", "", "\"13\"", "\"3", "x".repeat(3000))) {
            assertFalse(tags, Versions.isKnown(tags, customer));
        }
        assertFalse(Versions.isKnown(null, customer));
    }
}
