/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.custom;

import java.util.List;
import java.util.UUID;

import org.kontor.api.record.CustomField;
import org.kontor.api.record.FieldSpec;
import org.kontor.api.record.RecordType;

/**
 * A custom field as an account declared it. It counts for the records that this account and those below it manage.
 *
 * @param account the account that declared it
 * @param recordType the records that may have a value
 * @param key its name in REST, files and mappings, for ever; no account above or below has the same for the type
 * @param label what people read
 * @param type what it holds, for ever
 * @param maxLength of a text, in characters; 0 for the other types
 * @param choices the values of a {@link CustomType#CHOICE}; else empty
 * @param required whether new records must have a value, and none can be cleared
 * @param help a sentence for who fills it in; null for none
 * @param archived an archived field takes no new values and is not required; what records have still shows
 */
public record Declaration(
        UUID id,
        UUID account,
        RecordType recordType,
        String key,
        String label,
        CustomType type,
        int maxLength,
        List<String> choices,
        boolean required,
        String help,
        boolean archived,
        long version) {
    public Declaration {
        choices = List.copyOf(choices);
    }

    /** The field that values are kept under. */
    public CustomField field() {
        CustomField named = CustomField.named(recordType, key);
        return named.declared(new FieldSpec(
                named.path(),
                type.valueType(),
                maxLength == 0 ? CustomField.MAX_LENGTH : maxLength,
                required && !archived,
                choices,
                null,
                label,
                named.path()));
    }
}
