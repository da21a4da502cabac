/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.rules;

import org.kontor.api.record.Field;
import org.kontor.api.record.FieldSpec;
import org.kontor.api.record.ValueType;

/** A text of something that is no business record, to which the rules of their fields apply. */
public record TextPart(FieldSpec spec) implements Field {
    /** @param maxLength in characters */
    public TextPart(String name, int maxLength) {
        this(FieldSpec.optional(name, ValueType.TEXT, maxLength, ""));
    }

    @Override
    public int ordinal() {
        return 0;
    }
}
