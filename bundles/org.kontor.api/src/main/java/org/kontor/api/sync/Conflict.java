/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.kontor.api.record.RecordType;

/**
 * A field that both sides changed since they last agreed, each to something else, and whose rule is to ask. Our value stays
 * until it is decided, and neither side is told the other's. Values are a text, a list of texts, a truth value (of
 * {@code archived}), or null for empty.
 *
 * @param field its path, or {@code archived}
 * @param agreed what both sides held last; null also when they never agreed
 * @param ours our value when it was told last
 * @param theirs as the external system told it last; a reference is an id of theirs
 * @param since when it was met first
 */
public record Conflict(
        UUID id,
        String connection,
        RecordType type,
        String externalId,
        UUID recordId,
        String field,
        Object agreed,
        Object ours,
        Object theirs,
        Instant since) {
    public Conflict {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(externalId, "externalId");
        Objects.requireNonNull(recordId, "recordId");
        Objects.requireNonNull(field, "field");
    }
}
