/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import org.kontor.api.error.KontorException;
import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;

/**
 * A record as an external system tells it, mapped to our fields but not yet checked.
 *
 * @param externalId its id there; 1 to 200 characters
 * @param values raw values of the mapped fields; a mapped field that is empty there is here with null; what is not mapped
 *     is absent and never overwritten
 * @param references fields that point to other records, by their external id (or code) in the same connection; null clears
 * @param archived whether it is archived there, or null when the system does not tell
 * @param changedAt when it was changed there last, by our clock as well as the connector can tell; null when unknown. Only
 *     {@link MergeRule#NEWEST} looks at it
 * @param refusal set when the record could not even be mapped; then it becomes a refused item with this reason, and the
 *     values are those that could be
 */
public record SourceRecord(
        String externalId,
        FieldValues values,
        Map<Field, String> references,
        Boolean archived,
        Instant changedAt,
        KontorException refusal) {
    public SourceRecord {
        Objects.requireNonNull(externalId, "externalId");
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(references, "references");
    }

    /** One whose time of change is not known. */
    public SourceRecord(
            String externalId,
            FieldValues values,
            Map<Field, String> references,
            Boolean archived,
            KontorException refusal) {
        this(externalId, values, references, archived, null, refusal);
    }

    public static SourceRecord refused(String externalId, KontorException refusal) {
        return new SourceRecord(externalId, FieldValues.EMPTY, Map.of(), null, refusal);
    }

    public SourceRecord withChangedAt(Instant instant) {
        return new SourceRecord(externalId, values, references, archived, instant, refusal);
    }
}
