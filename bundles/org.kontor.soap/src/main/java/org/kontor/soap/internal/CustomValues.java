/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.CustomField;
import org.kontor.api.record.Field;
import org.kontor.api.record.RecordType;
import org.kontor.soap.records.v1.CustomFields;
import org.kontor.soap.records.v1.CustomValue;

/** Between the custom fields of records v1 and those of the services. Stateless. */
final class CustomValues {
    private CustomValues() {}

    /**
     * Unchecked values by field, null where they are nil.
     *
     * @param given null for none
     * @throws KontorException {@code invalid_input} for a key that can be none, or stands there twice
     */
    static Map<Field, Object> of(RecordType type, CustomFields given) {
        Map<Field, Object> values = new LinkedHashMap<>();
        for (CustomValue one : given == null ? List.<CustomValue>of() : given.getField()) {
            String path = CustomField.PREFIX + one.getKey();
            Field field = CustomField.ofPath(type, path)
                    .orElseThrow(() -> KontorException.invalid(
                            "custom", "unknown_field", "There can be no field of this key.", one.getKey()));
            if (values.containsKey(field)) {
                throw KontorException.invalid(path, "given_twice", "Must be given once.", one.getValue());
            }
            values.put(field, one.getValue());
        }
        return values;
    }

    /** Null when there are none. */
    static CustomFields toSoap(BusinessRecord record) {
        if (record.values().custom().isEmpty()) {
            return null;
        }
        CustomFields values = new CustomFields();
        record.values().custom().forEach((field, value) -> {
            CustomValue soap = new CustomValue();
            soap.setKey(field.key());
            soap.setValue(XmlText.of(value instanceof BigDecimal number ? number.toPlainString() : value.toString()));
            values.getField().add(soap);
        });
        return values;
    }
}
