/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.kontor.api.customer.CustomerField;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.FieldValues;
import org.kontor.spi.text.TextKeys;

/** What a record is found by (C2, C9): name, code, e-mail, tax id, domain, city, tags and what custom fields say. Stateless. */
final class SearchWords {
    private SearchWords() {}

    /** Folded words, and a term for each tag. */
    static Set<String> of(BusinessRecord record) {
        List<String> texts = new ArrayList<>(texts(record));
        for (Object value : record.values().custom().values()) {
            if (value instanceof String text) {
                texts.add(text);
            }
        }
        List<String> tags = record.values().list(record.type().filters().get("tag"));
        texts.addAll(tags);
        Set<String> terms = TextKeys.words(texts);
        tags.forEach(tag -> terms.add(TextKeys.tagTerm(tag)));
        return terms;
    }

    private static List<String> texts(BusinessRecord record) {
        FieldValues values = record.values();
        return switch (record.type()) {
            case CUSTOMER -> Arrays.asList(
                    record.name(),
                    record.code(),
                    values.text(CustomerField.EMAIL),
                    values.text(CustomerField.TAX_ID),
                    values.text(CustomerField.WEB_ADDRESS),
                    values.text(CustomerField.ADDRESS_CITY));
            case LOCATION -> Arrays.asList(record.name(), record.code(), values.text(LocationField.ADDRESS_CITY));
            case ACCOUNT -> Arrays.asList(record.name(), record.code());
        };
    }
}
