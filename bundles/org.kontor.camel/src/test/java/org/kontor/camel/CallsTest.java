/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.Test;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** What becomes of calls, on a clock that the test sets. */
@Shows("S11")
public class CallsTest {
    private static final Instant EVENING = Instant.parse("2026-11-22T23:59:00Z");

    private Instant now = EVENING;
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };
    private final List<Duration> naps = new ArrayList<>();
    private boolean stopped;
    private final Naps hand = new Naps() {
        @Override
        public boolean nap(Duration time) {
            if (!stopped) {
                naps.add(time);
                now = now.plus(time);
            }
            return !stopped;
        }

        @Override
        public void wake() {
            stopped = true;
        }
    };
    private int made;

    /** The system is away. */
    private static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Calls calls(Quota quota, String... settings) {
        Map<String, String> map = new java.util.HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return new Calls("erp", CallSettings.from(new Settings(map)), quota, clock, hand);
    }

    private String call(Calls calls, Supplier<String> work) {
        return calls.call(
                () -> {
                    made++;
                    return work.get();
                },
                Away.class::isInstance);
    }

    private void fails(Calls calls) {
        assertThrows(
                Away.class,
                () -> call(calls, () -> {
                    throw new Away();
                }));
    }

    @Test
    public void aCallThatFailsIsTriedAgainLaterAndLater() {
        Calls calls = calls(Quota.NONE, "retry.times", "3", "retry.backOff", "1s", "breaker.failures", "10");
        assertEquals("well", call(calls, () -> {
            if (made < 4) {
                throw new Away();
            }
            return "well";
        }));
        assertEquals(3, naps.size());
        for (int i = 0; i < 3; i++) {
            double seconds = naps.get(i).toMillis() / 1000.0;
            assertEquals(1 << i, seconds, 0.2 * (1 << i) + 0.01);
        }
        assertNull(calls.heldBack());
    }

    @Test
    public void aRefusalIsNotTriedAgainAndHoldsNothingBack() {
        Calls calls = calls(Quota.NONE, "breaker.failures", "1");
        for (int i = 0; i < 5; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> call(calls, () -> {
                        throw new IllegalStateException("no such row");
                    }));
        }
        assertEquals(5, made);
        assertTrue(calls.mayCall());
        assertEquals(List.of(), naps);
    }

    @Test
    public void aCallThatChangesSomethingIsMadeOnce() {
        Calls calls = calls(Quota.NONE, "retry.times", "5");
        assertThrows(
                Away.class,
                () -> calls.once(
                        () -> {
                            made++;
                            throw new Away();
                        },
                        Away.class::isInstance));
        assertEquals(1, made);
    }

    @Test
    public void callsAreHeldBackWhenTheSystemIsAwayAndOneIsTriedEverMoreSeldom() {
        Calls calls = calls(
                Quota.NONE,
                "retry.times",
                "0",
                "breaker.failures",
                "2",
                "breaker.wait",
                "10s",
                "breaker.longestWait",
                "30s");
        fails(calls);
        assertTrue(calls.mayCall());
        fails(calls);
        assertFalse(calls.mayCall());
        assertEquals("No calls since 2026-11-22T23:59:00Z; the next try is at 2026-11-22T23:59:10Z.", calls.heldBack());
        NoCallException held = assertThrows(NoCallException.class, () -> call(calls, () -> "not reached"));
        assertEquals(EVENING.plusSeconds(10), held.until());
        assertEquals(2, made);

        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Instant closed = now;
            while (!calls.mayCall()) {
                now = now.plusSeconds(1);
            }
            waits.add(Duration.between(closed, now).toSeconds());
            now = now.plusMillis(1);
            fails(calls);
        }
        assertEquals(
                List.of(10L, 20L, 30L, 30L),
                waits.stream().map(wait -> wait / 10 * 10).toList());
        assertTrue(calls.heldBack(), calls.heldBack().startsWith("No calls since 2026-11-22T23:59:00Z"));

        now = now.plusSeconds(31);
        assertEquals("back", call(calls, () -> "back"));
        assertNull(calls.heldBack());
        assertEquals("all go out again", "more", call(calls, () -> "more"));
        fails(calls);
        assertTrue("counted anew", calls.mayCall());
    }

    @Test
    public void theCallsOfADayAreUsedUpUntilMidnight() {
        Map<LocalDate, Integer> counts = new java.util.HashMap<>();
        Quota three = day -> counts.merge(day, 1, Integer::sum) <= 3;
        Calls calls = calls(three, "calls.perDay", "3");
        for (int i = 0; i < 3; i++) {
            call(calls, () -> "");
        }
        NoCallException used = assertThrows(NoCallException.class, () -> call(calls, () -> ""));
        assertEquals("The 3 calls of this day are used up; it goes on at 2026-11-23T00:00:00Z.", used.getMessage());
        assertFalse(calls.mayCall());
        assertNull("the system is not away", calls.heldBack());
        assertEquals(3, made);
        now = Instant.parse("2026-11-23T00:00:00Z");
        assertTrue(calls.mayCall());
        assertEquals("new day", call(calls, () -> "new day"));
    }

    @Test
    public void callsKeepTheirDistance() {
        Calls calls = calls(Quota.NONE, "calls.perSecond", "1");
        for (int i = 0; i < 3; i++) {
            call(calls, () -> "");
        }
        assertEquals(2, naps.size());
        assertTrue(naps.toString(), naps.get(0).toMillis() <= 1000);
        assertTrue(naps.toString(), naps.get(1).compareTo(naps.get(0)) > 0);
    }

    @Test
    public void aStopEndsTheWait() {
        Calls calls = calls(Quota.NONE, "retry.times", "9", "breaker.failures", "100");
        assertThrows(
                Away.class,
                () -> call(calls, () -> {
                    if (made == 3) {
                        calls.close();
                    }
                    throw new Away();
                }));
        assertEquals(3, made);
        Calls slow = calls(Quota.NONE, "calls.perSecond", "1");
        assertThrows(NoCallException.class, () -> {
            call(slow, () -> "");
            call(slow, () -> "");
        });
    }

    @Test
    public void callsBesideEachOtherShareTheCallsOfADay() {
        Map<LocalDate, Integer> counts = new java.util.HashMap<>();
        Calls routes = calls(day -> counts.merge(day, 1, Integer::sum) <= 3, "calls.perDay", "3");
        Calls comparison = routes.beside();
        Calls check = routes.anew();
        call(routes, () -> "");
        call(comparison, () -> "");
        call(check, () -> "");
        for (Calls any : List.of(check, comparison, routes)) {
            NoCallException used = assertThrows(NoCallException.class, () -> call(any, () -> ""));
            assertEquals("The 3 calls of this day are used up; it goes on at 2026-11-23T00:00:00Z.", used.getMessage());
            assertFalse(any.mayCall());
        }
        assertEquals(3, made);
    }

    @Test
    public void whatOneFindsAwayHoldsTheOthersBackButNotOneThatBeginsAnew() {
        Calls routes = calls(Quota.NONE, "retry.times", "0", "breaker.failures", "2", "breaker.wait", "10s");
        Calls comparison = routes.beside();
        fails(routes);
        fails(comparison);
        assertFalse(routes.mayCall());
        assertThrows(NoCallException.class, () -> call(comparison, () -> "not reached"));
        assertEquals(routes.heldBack(), comparison.heldBack());
        assertEquals("asked by a person", call(routes.anew(), () -> "asked by a person"));
        assertFalse("still held back", routes.mayCall());

        now = now.plusSeconds(11);
        assertEquals("back", call(comparison, () -> "back"));
        assertNull("for all of them", routes.heldBack());
    }

    @Test
    public void callsBesideEachOtherKeepTheirDistanceAndStopAlone() {
        Calls routes = calls(Quota.NONE, "calls.perSecond", "1");
        List<Duration> waits = new ArrayList<>();
        Calls comparison = routes.beside(new Naps() {
            @Override
            public boolean nap(Duration time) {
                waits.add(time);
                return true;
            }

            @Override
            public void wake() {
                throw new AssertionError("not this one");
            }
        });
        call(routes, () -> "");
        call(comparison, () -> "");
        assertEquals(1, waits.size());
        routes.close();
        assertThrows(NoCallException.class, () -> call(routes, () -> ""));
        call(comparison, () -> "");
        assertEquals(3, made);
        assertTrue(waits.toString(), waits.get(1).compareTo(waits.get(0)) > 0);
    }

    @Test
    public void wrongSettingsAreNamed() {
        assertEquals(
                "Setting 'breaker.failures' must be a whole number from 1 to 100, not '0'.",
                assertThrows(SettingException.class, () -> calls(Quota.NONE, "breaker.failures", "0"))
                        .getMessage());
    }
}
