/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.location.Location;
import org.kontor.api.location.Locations;
import org.kontor.api.record.RecordType;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.UnitOfWork;

/** Locations. */
@Component(service = Locations.class)
public final class LocationsService extends Records<Location> implements Locations {
    @Activate
    public LocationsService(
            @Reference UnitOfWork unitOfWork, @Reference RecordWriter writer, @Reference Cursors cursors) {
        super(unitOfWork, writer, cursors, RecordType.LOCATION, Location.class);
    }
}
