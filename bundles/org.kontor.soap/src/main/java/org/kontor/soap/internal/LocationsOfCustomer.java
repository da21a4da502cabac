/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.location.Locations;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordQuery;
import org.kontor.api.record.RecordQuery.Archived;
import org.kontor.api.record.RecordQuery.SortKey;

/** Reads all locations of a customer, page after page. Thread-safe. */
final class LocationsOfCustomer {
    private final Locations locations;

    LocationsOfCustomer(Locations locations) {
        this.locations = locations;
    }

    /** By code, archived ones too. */
    List<Location> all(CallContext caller, UUID customer) {
        RecordQuery query = RecordQuery.ALL
                .where(LocationField.CUSTOMER, customer)
                .withArchived(Archived.ANY)
                .withSort(SortKey.CODE, false)
                .withLimit(RecordQuery.MAX_LIMIT);
        List<Location> all = new ArrayList<>();
        Page<Location> page = locations.find(caller, query);
        all.addAll(page.items());
        while (page.next() != null) {
            page = locations.find(caller, query.withCursor(page.next()));
            all.addAll(page.items());
        }
        return all;
    }
}
