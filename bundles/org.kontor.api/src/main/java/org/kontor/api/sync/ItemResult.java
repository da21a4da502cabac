/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.List;
import java.util.UUID;

import org.kontor.api.error.Violation;

/**
 * What became of one record of a batch.
 *
 * @param recordId our id; null when refused before there was one
 * @param code our code; null like the id
 * @param error stable code of the refusal, else null
 * @param message the reason in words, else null
 */
public record ItemResult(
        String externalId,
        Outcome outcome,
        UUID recordId,
        String code,
        String error,
        String message,
        List<Violation> violations) {
    public ItemResult {
        violations = List.copyOf(violations);
    }
}
