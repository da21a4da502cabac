/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.Test;

import org.kontor.route.tryton.support.RecordingMonitor;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

@Shows({"S3", "S10"})
public class AwayTest {
    private final RecordingMonitor monitor = new RecordingMonitor();

    /** Polls that are passed over before each of the next tries. */
    private static String passedOver(Away away, int tries) {
        StringBuilder passed = new StringBuilder();
        for (int i = 0; i < tries; i++) {
            away.failed("Nobody there.", null);
            int polls = 0;
            while (!away.due()) {
                polls++;
            }
            passed.append(polls).append(' ');
        }
        return passed.toString();
    }

    @Test
    public void triesBecomeSeldomUpToAMinute() {
        assertEquals("0 1 3 7 15 31 59 59 ", passedOver(new Away("test", Duration.ofSeconds(1), monitor), 8));
        assertEquals("waiting: Nobody there. Next try in 60 s.", monitor.last());
        assertEquals("0 1 1 1 ", passedOver(new Away("test", Duration.ofSeconds(30), monitor), 4));
        assertEquals("0 0 0 ", passedOver(new Away("test", Duration.ofMinutes(5), monitor), 3));
    }

    @Test
    public void aTryThatWorksStartsAnew() {
        Away away = new Away("test", Duration.ofSeconds(1), monitor);
        passedOver(away, 5);
        away.works();
        assertEquals("idle", monitor.last());
        assertTrue(away.due());
        assertTrue(away.due());
        assertEquals("0 1 3 ", passedOver(away, 3));
    }

    @Test
    public void theLogHasTheTraceOfWhatNoMessageExplains() {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            Away away = new Away("erp", Duration.ofSeconds(1), monitor);
            passedOver(away, 10);
            away.works();
            assertEquals("what is explained is left to the monitor", "", log.toString(StandardCharsets.UTF_8));
            away.failed("Odd.", new IllegalStateException("odd"));
            away.failed("Odd.", new IllegalStateException("odd"));
        } finally {
            System.setErr(before);
        }
        String text = log.toString(StandardCharsets.UTF_8);
        assertTrue(text, text.startsWith("ERROR") || text.contains(" ERROR "));
        assertEquals(text, 2, text.split("IllegalStateException", -1).length);
    }
}
