/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.kontor.api.error.Violation;
import org.kontor.api.record.RecordType;

/**
 * A record of ours that an external system did not take (requirements S7, S10).
 *
 * @param id of the entry; it stays the same however often the record is refused
 * @param recordId ours; of a deletion the id that it had
 * @param code ours; of a deletion the code that it had
 * @param externalId what it is called there; null when it is not there yet
 * @param deletion whether it was deleted here and is to be deleted there; else it was made or changed here
 * @param error stable code of the refusal
 * @param message the reason in words
 * @param firstSeen when it was refused first, and so since when it waits
 * @param lastSeen when it was refused last
 * @param attempts how often it was refused
 */
public record UnsentRecord(
        UUID id,
        String connection,
        RecordType type,
        UUID recordId,
        String code,
        String externalId,
        boolean deletion,
        String error,
        String message,
        List<Violation> violations,
        Instant firstSeen,
        Instant lastSeen,
        long attempts) {
    public UnsentRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(recordId, "recordId");
        violations = List.copyOf(violations);
    }
}
