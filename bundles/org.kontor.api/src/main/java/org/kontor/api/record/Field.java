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
    /** For example {@code billingAddress.city}. */
    String path();

    ValueType valueType();

    /** Greatest length in characters (code points) of the text, or of one element of a list. */
    int maxLength();

    /** Whether a record cannot be without it. */
    boolean required();

    /** The names a {@link ValueType#CHOICE} may have; else empty. */
    List<String> choices();

    /** The record type that a {@link ValueType#REFERENCE} points to; else null. */
    RecordType target();

    /** A sentence for descriptions of the API. */
    String description();

    /** The position among its type's fields; gives values their canonical order. */
    int ordinal();
}
