/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.kontor.api.audit.FieldChange;
import org.kontor.api.record.RecordType;

/**
 * A record of a run that was created, changed or refused; unchanged ones are counted, not listed.
 *
 * @param changes of a dry run: what would be written, field by field, here or, where the outcome is {@link Outcome#SENT},
 *     there; empty for another run, whose changes stand in the audit of the records
 */
public record RunItem(UUID id, UUID runId, RecordType type, Instant at, ItemResult result, List<FieldChange> changes) {
    public RunItem {
        changes = List.copyOf(changes);
    }
}
