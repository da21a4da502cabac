/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.kontor.api.record.RecordType;

/**
 * A record about which the two systems differ.
 *
 * @param recordId ours, or null where there is none
 * @param code ours, or null where there is none
 * @param message why it waits or could not be understood, in words; else null
 * @param fields those that differ; empty where the whole record is missing on one side
 * @param repaired how it was repaired since, or null
 */
public record Drift(
        UUID id,
        RecordType type,
        DriftKind kind,
        String externalId,
        UUID recordId,
        String code,
        String message,
        List<DriftField> fields,
        Repair repaired) {
    public Drift {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(externalId, "externalId");
        fields = List.copyOf(fields);
    }
}
