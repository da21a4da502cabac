/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.shell.internal.screen;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.Test;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

@Shows("V3")
public class ProgressBarTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
    private long now = 17;

    private ProgressBar bar(int width) {
        return new ProgressBar(out, "Reads", width, () -> now);
    }

    /** What the last drawing left on the line. */
    private String line() {
        String[] drawn = screen.toString(StandardCharsets.UTF_8).split("\r");
        return drawn[drawn.length - 1].stripTrailing();
    }

    @Test
    public void withAShareItTellsShareRateAndWhatRemains() {
        ProgressBar bar = bar(100);
        now += 10 * SECOND;
        bar.update(1000, 0.25);
        assertEquals("Reads: [=====               ] 25 % · 1,000 · 100/s · 30 s left", line());
        now += 2 * SECOND;
        bar.update(4000, 1);
        assertEquals("Reads: [====================] 100 % · 4,000 · 333/s", line());
        bar.close();
        assertEquals("", line());
    }

    @Test
    public void withoutAShareItTellsCountRateAndTimeGoneBy() {
        ProgressBar bar = bar(100);
        bar.update(0);
        assertEquals("Reads: 0 · 0 s", line());
        now += 100 * SECOND;
        bar.update(150_000);
        assertEquals("Reads: 150,000 · 1,500/s · 1:40 min", line());
    }

    @Test
    public void itDrawsTenTimesASecondAtMostAndNoWiderThanTheTerminal() {
        ProgressBar bar = bar(30);
        for (int i = 0; i < 10_000; i++) {
            now += SECOND / 10_000;
            bar.update(i, i / 1e6);
        }
        String[] drawn = screen.toString(StandardCharsets.UTF_8).split("\r");
        assertEquals(
                10,
                java.util.Arrays.stream(drawn).filter(line -> !line.isBlank()).count());
        assertEquals(29, Screen.columns(line()));
    }

    @Test
    public void nothingIsWrittenWhereNobodyLooks() {
        ProgressBar bar = new ProgressBar(null, "Reads", 0, () -> now);
        bar.update(5);
        bar.close();
        assertEquals(0, screen.size());
    }
}
