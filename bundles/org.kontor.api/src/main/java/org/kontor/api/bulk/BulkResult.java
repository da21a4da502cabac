/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.bulk;

import java.util.List;
import java.util.UUID;

import org.kontor.api.error.Violation;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Outcome;

/**
 * What became of one row of a bulk.
 *
 * @param id our id; null when refused
 * @param code our code; null when refused
 * @param version the record's version now; 0 when refused
 * @param error stable code of the refusal, else null
 * @param message the reason in words, else null
 */
public record BulkResult(
        RecordType type,
        Outcome outcome,
        UUID id,
        String code,
        long version,
        String error,
        String message,
        List<Violation> violations) {
    public BulkResult {
        violations = List.copyOf(violations);
    }
}
