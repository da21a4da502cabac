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

/** Reads locations to show with their customer. Thread-safe. */
final class LocationsOfCustomer {
    /** As many as a create may bring along; a multiple of the largest page. */
    static final int SHOWN = 1000;

    private final Locations locations;

    LocationsOfCustomer(Locations locations) {
        this.locations = locations;
    }

    /** The first {@value #SHOWN} by code, archived ones too; next is where a find of the same goes on. */
    Page<Location> first(CallContext caller, UUID customer) {
        RecordQuery query = RecordQuery.ALL
                .where(LocationField.CUSTOMER, customer)
                .withArchived(Archived.ANY)
                .withSort(SortKey.CODE, false)
                .withLimit(RecordQuery.MAX_LIMIT);
        List<Location> first = new ArrayList<>();
        Page<Location> page = locations.find(caller, query);
        first.addAll(page.items());
        while (page.next() != null && first.size() < SHOWN) {
            page = locations.find(caller, query.withCursor(page.next()));
            first.addAll(page.items());
        }
        return new Page<>(first, page.next());
    }
}
