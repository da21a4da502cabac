/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.custom;

import org.kontor.api.record.ValueType;

/** What a custom field holds. */
public enum CustomType {
    /** One line of text; found by its words. */
    TEXT(ValueType.TEXT),
    /** A decimal number. */
    NUMBER(ValueType.NUMBER),
    /** A day. */
    DATE(ValueType.DATE),
    /** Yes or no, or not known. */
    FLAG(ValueType.FLAG),
    /** One of the values that the declaration lists; found by its words. */
    CHOICE(ValueType.CHOICE);

    private final ValueType valueType;

    CustomType(ValueType valueType) {
        this.valueType = valueType;
    }

    public ValueType valueType() {
        return valueType;
    }
}
