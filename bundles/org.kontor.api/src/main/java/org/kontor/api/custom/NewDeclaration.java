/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.custom;

import java.util.List;

import org.kontor.api.record.RecordType;

/**
 * A wish to declare a custom field, not yet checked.
 *
 * @param maxLength null for the usual {@value #DEFAULT_LENGTH}; only for a text
 * @param choices only for a choice; else empty
 * @param help null for none
 */
public record NewDeclaration(
        RecordType recordType,
        String key,
        String label,
        CustomType type,
        Integer maxLength,
        List<String> choices,
        boolean required,
        String help) {
    public static final int DEFAULT_LENGTH = 200;

    public NewDeclaration {
        choices = List.copyOf(choices);
    }

    /** One that may be empty. */
    public static NewDeclaration optional(RecordType recordType, String key, String label, CustomType type) {
        return new NewDeclaration(recordType, key, label, type, null, List.of(), false, null);
    }

    /** The same, of one of these values. */
    public NewDeclaration withChoices(String... values) {
        return new NewDeclaration(recordType, key, label, type, maxLength, List.of(values), required, help);
    }

    /** The same, which new records must have. */
    public NewDeclaration mandatory() {
        return new NewDeclaration(recordType, key, label, type, maxLength, choices, true, help);
    }
}
