/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.customer;

import java.util.List;

import org.kontor.api.location.Location;

/** A customer and its locations. */
public record CustomerWithLocations(Customer customer, List<Location> locations) {
    public CustomerWithLocations {
        locations = List.copyOf(locations);
    }
}
