/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One change of one record (requirement U1).
 *
 * @param actor name of who did it
 * @param onBehalfOf in a support session whom it was done for, else null
 * @param source through what, for example {@code SOAP}
 * @param recordType {@code customer}, {@code location}, {@code account}, {@code person}, {@code token} or {@code content}
 * @param version the record's version after the change
 * @param correlation the call's correlation id
 */
public record AuditEntry(
        UUID id,
        Instant at,
        String actor,
        String onBehalfOf,
        String source,
        AuditAction action,
        String recordType,
        UUID recordId,
        long version,
        List<FieldChange> changes,
        String correlation) {
    public AuditEntry {
        changes = List.copyOf(changes);
    }
}
