/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.record;

import java.util.List;

/**
 * A field that a client may write. Paths are the names in REST, CSV headers, audit entries and mappings; they only grow.
 */
public interface Field {
    FieldSpec spec();

    /** For example {@code billingAddress.city}. */
    default String path() {
        return spec().path();
    }

    default ValueType valueType() {
        return spec().valueType();
    }

    /** Greatest length in characters (code points) of the text, or of one element of a list. */
    default int maxLength() {
        return spec().maxLength();
    }

    /** Whether a record cannot be without it. */
    default boolean required() {
        return spec().required();
    }

    /** The values a {@link ValueType#CHOICE} may have; else empty. */
    default List<String> choices() {
        return spec().choices();
    }

    /** The record type that a {@link ValueType#REFERENCE} points to; else null. */
    default RecordType target() {
        return spec().target();
    }

    /** The name under which lists can be filtered by this field, for example {@code country}; else null. */
    default String filter() {
        return spec().filter();
    }

    /** A sentence for descriptions of the API. */
    default String description() {
        return spec().description();
    }

    /** The position among its type's fields; gives values their canonical order. */
    int ordinal();
}
