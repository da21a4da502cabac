/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.rest.internal.json;

import java.util.LinkedHashMap;
import java.util.Map;

import org.kontor.api.record.BusinessRecord;

/** The values of custom fields as JSON: by key, in the order of the keys. Stateless. */
final class CustomJson {
    static final String DESCRIPTION =
            "Values of the custom fields that accounts have declared, by key: text, number or truth value;"
                    + " a day as text. null clears one.";

    private CustomJson() {}

    /** Null when there are none. */
    static Map<String, Object> of(BusinessRecord record) {
        if (record.values().custom().isEmpty()) {
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        record.values().custom().forEach((field, value) -> values.put(field.key(), value));
        return values;
    }
}
