/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.alerts.internal;

import java.time.Instant;
import java.util.UUID;

import org.kontor.api.alert.Alert;

/**
 * A message as it goes out.
 *
 * @param id the same for every try, so that whoever gets it twice can tell
 * @param ended null unless it tells the end
 */
public record Letter(UUID id, Event event, String kind, String subject, String message, Instant since, Instant ended) {
    /** What it tells. */
    public enum Event {
        BEGAN,
        ENDED,
        TEST
    }

    static Letter of(Alert alert, Alert.Delivery delivery) {
        return new Letter(
                delivery.id(),
                delivery.end() ? Event.ENDED : Event.BEGAN,
                alert.kind(),
                alert.subject(),
                alert.message(),
                alert.since(),
                delivery.end() ? alert.ended() : null);
    }

    static Letter test(UUID id, Instant now) {
        return new Letter(id, Event.TEST, "test", "alerts", "Somebody asked for a test. Nothing is wrong.", now, null);
    }
}
