/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.List;

import org.kontor.api.record.Field;
import org.kontor.api.record.FieldValues;
import org.kontor.soap.v1.Address;

/** Gathers the fields that a request gives; an element that is left out leaves its field absent. Not thread-safe. */
final class Inputs {
    private final FieldValues.Builder values = FieldValues.builder();

    Inputs put(Field field, Object value) {
        if (value != null) {
            values.set(field, value);
        }
        return this;
    }

    Inputs put(Field field, List<String> list) {
        return list.isEmpty() ? this : put(field, (Object) list);
    }

    Inputs put(Address address, Field lines, Field postalCode, Field city, Field region, Field country) {
        if (address == null) {
            return this;
        }
        return put(lines, address.getLine())
                .put(postalCode, address.getPostalCode())
                .put(city, address.getCity())
                .put(region, address.getRegion())
                .put(country, address.getCountry());
    }

    FieldValues build() {
        return values.build();
    }
}
