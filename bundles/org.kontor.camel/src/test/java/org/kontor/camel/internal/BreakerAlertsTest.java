/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.Test;

import org.kontor.api.sync.ConnectionState;
import org.kontor.camel.Calls;
import org.kontor.camel.Quota;
import org.kontor.camel.Settings;
import org.kontor.spi.alert.Condition;
import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

/** One alert from the opening of a breaker to the first answer, over all tries in between and over a restart. */
@Shows({"S11", "S16"})
public class BreakerAlertsTest {
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
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
    private Calls calls = calls();

    private Calls calls() {
        Map<String, String> settings = Map.of("retry.times", "0", "breaker.failures", "2", "breaker.wait", "10s");
        return new Calls("erp", new Settings(settings), Quota.NONE, clock);
    }

    private String call(Supplier<String> work) {
        return calls.call(work, failure -> true);
    }

    private void fails() {
        assertThrows(
                IllegalStateException.class,
                () -> call(() -> {
                    throw new IllegalStateException("away");
                }));
    }

    private List<Condition> told(ConnectionState state) {
        return BreakerAlerts.of("erp", state, calls).toList();
    }

    private void isOpen() {
        Condition condition = told(ConnectionState.WAITING).get(0);
        assertTrue(condition.known());
        assertEquals("breaker-open", condition.kind());
        assertEquals("erp", condition.subject());
        assertTrue(condition.message(), condition.message().contains("No calls since 2026-11-22T10:00:00Z"));
    }

    @Test
    public void fromTheOpeningToTheFirstAnswer() {
        call(() -> "well");
        fails();
        assertEquals("one failure is none", List.of(), told(ConnectionState.WAITING));
        fails();
        isOpen();
        now = now.plusSeconds(11);
        isOpen();
        fails();
        isOpen();
        now = now.plusSeconds(60);
        call(() -> "back");
        assertEquals(List.of(), told(ConnectionState.IDLE));
    }

    @Test
    public void behindARestartNobodyKnowsUntilThereWasAnAnswer() {
        assertFalse(told(ConnectionState.IDLE).get(0).known());
        fails();
        assertFalse(told(ConnectionState.WAITING).get(0).known());
        fails();
        isOpen();
        calls = null;
        assertFalse(told(ConnectionState.STARTING).get(0).known());
        assertEquals("a person holds it", List.of(), told(ConnectionState.PAUSED));
    }
}
