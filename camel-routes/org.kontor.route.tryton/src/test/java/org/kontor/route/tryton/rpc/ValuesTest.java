/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton.rpc;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.junit.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

@Shows("S14")
public class ValuesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    public void timesAreUtcWithMicroseconds() throws Exception {
        String text = "{\"__class__\":\"datetime\",\"year\":2026,\"month\":11,\"day\":21,"
                + "\"hour\":21,\"minute\":1,\"second\":56,\"microsecond\":83237}";
        Instant time = Instant.parse("2026-11-21T21:01:56.083237Z");
        assertEquals(time, Values.instant(JSON.readTree(text)));
        assertEquals(text, Values.of(time).toString());
        assertEquals(text, Values.of(time.plusNanos(999)).toString());
    }

    @Test
    public void dates() throws Exception {
        String text = "{\"__class__\":\"date\",\"year\":2024,\"month\":2,\"day\":29}";
        assertEquals(LocalDate.of(2024, 2, 29), Values.date(JSON.readTree(text)));
        assertEquals(text, Values.of(LocalDate.of(2024, 2, 29)).toString());
    }

    @Test
    public void decimalsKeepTheirZeros() throws Exception {
        String text = "{\"__class__\":\"Decimal\",\"decimal\":\"99.9000\"}";
        assertEquals(new BigDecimal("99.9000"), Values.decimal(JSON.readTree(text)));
        assertEquals(text, Values.of(new BigDecimal("99.9000")).toString());
        assertEquals(
                "{\"__class__\":\"Decimal\",\"decimal\":\"1000\"}",
                Values.of(new BigDecimal("1E+3")).toString());
    }

    @Test
    public void nothingIsNull() {
        assertNull(Values.instant(NullNode.getInstance()));
        assertNull(Values.instant(null));
        assertNull(Values.date(NullNode.getInstance()));
        assertNull(Values.decimal(NullNode.getInstance()));
    }
}
