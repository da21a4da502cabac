/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.Test;

import org.kontor.http.Allowances;
import org.kontor.http.Allowances.Verdict;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

@Shows({"V1", "X3"})
public class RateLimitsTest {
    private static final UUID ME = UUID.randomUUID();

    private long now = 42;

    private RateLimits limits(int perSecond, int burst) {
        return new RateLimits(perSecond, burst, () -> now);
    }

    @Test
    public void aBurstIsAdmittedThenARate() {
        RateLimits limits = limits(2, 3);
        assertEquals(new Verdict(3, 2, 1, 0), limits.count(ME));
        assertTrue(limits.count(ME).admitted());
        assertTrue(limits.count(ME).admitted());
        assertEquals(new Verdict(3, 0, 2, 1), limits.count(ME));
        assertTrue("others are not touched", limits.count(UUID.randomUUID()).admitted());
        now += TimeUnit.MILLISECONDS.toNanos(500);
        assertTrue(limits.count(ME).admitted());
        assertFalse(limits.count(ME).admitted());
    }

    /** Whatever the times of the requests: in any span no more than the burst and what came back in it. */
    @Test
    public void noSpanHasMoreThanTheBurstAndTheRate() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int perSecond = 1 + random.nextInt(50);
            int burst = 1 + random.nextInt(20);
            RateLimits limits = limits(perSecond, burst);
            long[] admitted = new long[400];
            int count = 0;
            for (int i = 0; i < admitted.length; i++) {
                now += random.nextInt(2) * (long) (random.nextDouble() * 2e9 / perSecond);
                Verdict verdict = limits.count(ME);
                assertTrue(verdict.left() >= 0 && verdict.left() < burst);
                if (verdict.admitted()) {
                    admitted[count++] = now;
                }
            }
            assertTrue("the burst itself is admitted", count >= burst);
            for (int from = 0; from < count; from++) {
                for (int to = from; to < count; to++) {
                    double most = burst + perSecond * ((admitted[to] - admitted[from]) / 1e9);
                    assertTrue(to - from + 1 <= most + 1e-6);
                }
            }
        }
    }

    /** Who waits as long as he is told gets in. */
    @Test
    public void whoWaitsAsToldIsAdmitted() {
        Random random = new Random(8);
        for (int round = 0; round < 500; round++) {
            RateLimits limits = limits(1 + random.nextInt(30), 1 + random.nextInt(5));
            Verdict verdict = limits.count(ME);
            while (verdict.admitted()) {
                now += random.nextInt(1_000_000);
                verdict = limits.count(ME);
            }
            now += TimeUnit.SECONDS.toNanos(verdict.retryIn());
            assertTrue(limits.count(ME).admitted());
        }
    }

    @Test
    public void zeroIsNoLimit() {
        RateLimits limits = limits(0, 1);
        for (int i = 0; i < 1000; i++) {
            assertEquals(Verdict.UNLIMITED, limits.count(ME));
        }
    }

    @Test
    public void memoryHasAnEnd() {
        RateLimits limits = limits(1, 1);
        for (int i = 0; i < Allowances.MAX_CALLERS + 100; i++) {
            limits.count(UUID.randomUUID());
        }
        assertEquals(Allowances.MAX_CALLERS, limits.callers());
    }

    @Test
    public void settingsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> limits(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> limits(1, 0));
        assertThrows(IllegalArgumentException.class, () -> limits(1, 1_000_001));
    }

    /** The file that is installed has every setting, with the value that counts without it. */
    @Test
    public void theShippedFileSaysTheDefaults() throws Exception {
        Properties shipped = new Properties();
        try (Reader file =
                Files.newBufferedReader(Path.of("../../features/org.kontor.features/src/main/cfg/http.cfg"))) {
            shipped.load(file);
        }
        TreeMap<String, String> defaults = new TreeMap<>();
        for (Method setting : RateLimits.Config.class.getDeclaredMethods()) {
            defaults.put(setting.getName(), String.valueOf(setting.getDefaultValue()));
        }
        assertEquals(defaults, new TreeMap<>(shipped));
    }
}
