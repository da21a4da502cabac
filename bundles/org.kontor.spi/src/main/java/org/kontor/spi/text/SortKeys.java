/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.text;

import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.Field;

/** What lists are sorted by: as the store keeps it, and as a cursor goes on behind it. Never null. Stateless. */
public final class SortKeys {
    private SortKeys() {}

    public static String name(BusinessRecord record) {
        return TextKeys.sortKey(record.name());
    }

    /** The country, or an empty text. */
    public static String country(BusinessRecord record) {
        Field field = record.type().filters().get("country");
        String country = field == null ? null : record.values().text(field);
        return country == null ? "" : country;
    }
}
