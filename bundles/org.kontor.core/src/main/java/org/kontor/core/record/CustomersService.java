/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.call.CallContext;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerWithLocations;
import org.kontor.api.customer.Customers;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.location.Location;
import org.kontor.api.location.LocationField;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.RecordType;
import org.kontor.spi.record.Draft;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.record.Written;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Customers. */
@Component(service = Customers.class)
public final class CustomersService extends Records<Customer> implements Customers {
    private static final int MAX_LOCATIONS = 1000;

    @Activate
    public CustomersService(
            @Reference UnitOfWork unitOfWork, @Reference RecordWriter writer, @Reference Cursors cursors) {
        super(unitOfWork, writer, cursors, RecordType.CUSTOMER, Customer.class);
    }

    @Override
    public CustomerWithLocations createWithLocations(
            CallContext context, FieldValues customer, List<FieldValues> locations) {
        if (locations.size() > MAX_LOCATIONS) {
            throw KontorException.invalid(
                    "locations",
                    "too_many",
                    "Must be at most " + MAX_LOCATIONS + ".",
                    String.valueOf(locations.size()));
        }
        UUID id = Ids.next();
        List<Draft> drafts = locations.stream()
                .map(values -> Draft.create(values.with(
                        FieldValues.builder().set(LocationField.CUSTOMER, id).build())))
                .toList();
        List<BusinessRecord> made = unitOfWork.write(
                context,
                transaction -> Once.run(
                        context, transaction, Answer.RECORDS, () -> write(context, transaction, id, customer, drafts)));
        return new CustomerWithLocations(
                (Customer) made.get(0),
                made.stream().skip(1).map(Location.class::cast).toList());
    }

    /** The customer, and its locations behind it. */
    private List<BusinessRecord> write(
            CallContext context, WriteTransaction transaction, UUID id, FieldValues customer, List<Draft> drafts) {
        Written written = writer.write(
                        context,
                        transaction,
                        RecordType.CUSTOMER,
                        List.of(new Draft(null, null, customer, null, id, null)))
                .get(0);
        // A refused customer has no locations to check against, so it is told alone.
        if (written.refusal() != null) {
            throw written.refusal();
        }
        List<Written> places =
                drafts.isEmpty() ? List.of() : writer.write(context, transaction, RecordType.LOCATION, drafts);
        refuseAny(places);
        List<BusinessRecord> made = new ArrayList<>(List.of(written.record()));
        places.forEach(place -> made.add(place.record()));
        return made;
    }

    /** All violations of all locations at once, each with its place; a refusal of another kind goes first. */
    private static void refuseAny(List<Written> places) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            KontorException refusal = places.get(i).refusal();
            if (refusal == null) {
                continue;
            }
            if (refusal.code() != ErrorCode.INVALID_INPUT) {
                throw new KontorException(refusal.code(), "locations[" + i + "]: " + refusal.getMessage());
            }
            for (Violation told : refusal.violations()) {
                violations.add(told.at("locations[" + i + "]."));
            }
        }
        if (!violations.isEmpty()) {
            throw KontorException.invalid(violations);
        }
    }
}
