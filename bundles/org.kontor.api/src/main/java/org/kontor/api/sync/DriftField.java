/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.sync;

import java.util.Objects;

/**
 * A field in which two records differ. Values are a text, a list of texts, a truth value (of {@code archived}), or null for
 * empty; a reference is an id of theirs or of ours.
 *
 * @param field its path, or {@code archived}
 * @param agreed what they told when both agreed last; null also when they never did
 */
public record DriftField(String field, Object theirs, Object agreed, Object ours) {
    public DriftField {
        Objects.requireNonNull(field, "field");
    }
}
