/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.imports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.kontor.api.error.Violation;
import org.kontor.api.sync.Outcome;

/**
 * What would become of a row.
 *
 * @param line line (CSV) or row (XLSX) in the file, from 1
 * @param values column as Kontor calls it → value as it would be stored, or as it was read when the row would be refused
 * @param error stable code of the refusal, else null
 * @param message the reason in words, else null
 */
public record PreviewRow(
        long line,
        Outcome outcome,
        Map<String, Object> values,
        String error,
        String message,
        List<Violation> violations) {
    public PreviewRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        violations = List.copyOf(violations);
    }
}
