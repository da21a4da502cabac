/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.customer;

import java.util.List;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordService;

/** Customers (requirements C1, C2, C4, C5). */
public interface Customers extends RecordService<Customer> {
    /**
     * Creates a customer together with its locations: all or nothing. Violations of a location are named
     * {@code locations[0].field}.
     *
     * @param locations at most 1,000; without {@code customerId}
     */
    CustomerWithLocations createWithLocations(CallContext context, FieldValues customer, List<FieldValues> locations);
}
