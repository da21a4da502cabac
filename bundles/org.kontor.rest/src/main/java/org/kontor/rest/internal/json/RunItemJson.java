/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kontor.api.audit.FieldChange;
import org.kontor.api.error.Violation;
import org.kontor.api.record.RecordType;
import org.kontor.api.sync.Outcome;
import org.kontor.api.sync.RunItem;

/** What became of one record in a run, as JSON. */
@Schema(name = "RunItem")
public record RunItemJson(
        UUID id,
        RecordType type,
        Instant at,
        String externalId,
        Outcome outcome,
        UUID recordId,
        String code,
        @Schema(description = "Stable code of the refusal", example = "invalid_input") String error,
        String message,
        List<Violation> violations,
        @Schema(description = "Of a dry run: what would be written here, or there where the outcome is SENT.")
                List<FieldChange> changes) {
    public static RunItemJson of(RunItem item) {
        return new RunItemJson(
                item.id(),
                item.type(),
                item.at(),
                item.result().externalId(),
                item.result().outcome(),
                item.result().recordId(),
                item.result().code(),
                item.result().error(),
                item.result().message(),
                item.result().violations(),
                item.changes());
    }
}
