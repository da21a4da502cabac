/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.Arrays;
import java.util.Set;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.FieldValues;
import org.kontor.spi.text.TextKeys;

/** What a record is found by (C2): name, code, e-mail, tax id, domain; a location also by its city. Stateless. */
final class SearchWords {
    private SearchWords() {}

    static Set<String> of(BusinessRecord record) {
        FieldValues values = record.values();
        return switch (record.type()) {
            case CUSTOMER -> TextKeys.words(Arrays.asList(
                    record.name(),
                    record.code(),
                    values.text(CustomerField.EMAIL),
                    values.text(CustomerField.TAX_ID),
                    values.text(CustomerField.WEB_ADDRESS),
                    values.text(CustomerField.ADDRESS_CITY)));
            case LOCATION -> TextKeys.words(
                    Arrays.asList(record.name(), record.code(), values.text(LocationField.ADDRESS_CITY)));
        };
    }
}
