/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.record;

import java.util.Optional;
import java.util.UUID;

/**
 * How a caller names a record: by our id, else by the id it has in an external system, else by its code. What is given
 * first in this order decides; the others are then not looked at.
 *
 * @param id our id, or null
 * @param reference connection and the id there, or null
 * @param code unique in the managing account, compared exactly; or null
 */
public record RecordKey(UUID id, CrossReference reference, String code) {
    /** Names nothing: a record that is to be created with a code that is made. */
    public static final RecordKey NONE = new RecordKey(null, null, null);

    public static RecordKey ofId(UUID id) {
        return new RecordKey(id, null, null);
    }

    public static RecordKey ofReference(CrossReference reference) {
        return new RecordKey(null, reference, null);
    }

    public static RecordKey ofCode(String code) {
        return new RecordKey(null, null, code);
    }

    public boolean isEmpty() {
        return id == null && reference == null && code == null;
    }

    /** The reference, when it is what decides. */
    public Optional<CrossReference> decidingReference() {
        return id == null ? Optional.ofNullable(reference) : Optional.empty();
    }

    /** The code, when it is what decides. */
    public Optional<String> decidingCode() {
        return id == null && reference == null ? Optional.ofNullable(code) : Optional.empty();
    }
}
