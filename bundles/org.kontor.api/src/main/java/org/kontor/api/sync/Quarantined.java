/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.kontor.api.error.Violation;
import org.kontor.api.record.RecordType;

/**
 * A record of an external system that could not be taken in (requirement S10).
 *
 * @param recordId our record that it stands for, or null when there is none yet
 * @param error stable code of the refusal
 * @param message the reason in words
 * @param values what was told, by path of the field, as far as it could be mapped: texts, lists of texts, or null; a
 *     reference is an id of theirs; {@code archived} is a truth value
 * @param firstSeen when it was refused first, and so since when it waits
 * @param lastSeen when it was refused last
 * @param attempts how often it was refused
 */
public record Quarantined(
        UUID id,
        String connection,
        RecordType type,
        String externalId,
        UUID recordId,
        String error,
        String message,
        List<Violation> violations,
        Map<String, Object> values,
        Instant firstSeen,
        Instant lastSeen,
        int attempts) {
    public Quarantined {
        violations = List.copyOf(violations);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
