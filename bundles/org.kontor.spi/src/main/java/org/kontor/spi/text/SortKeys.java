/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.text;

import org.kontor.api.record.BusinessRecord;

/** What lists are sorted by: as the store keeps it, and as a cursor goes on behind it. Never null. Stateless. */
public final class SortKeys {
    private SortKeys() {}

    public static String name(BusinessRecord record) {
        return TextKeys.sortKey(record.name());
    }

    /** The country, or an empty text. */
    public static String country(BusinessRecord record) {
        String country = record.values().text(record.type().filters().get("country"));
        return country == null ? "" : country;
    }
}
