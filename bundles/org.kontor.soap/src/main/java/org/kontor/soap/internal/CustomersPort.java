/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.List;

import javax.servlet.http.HttpServletRequest;

import org.kontor.api.call.CallContext;
import org.kontor.api.customer.Customer;
import org.kontor.api.customer.CustomerWithLocations;
import org.kontor.api.customer.Customers;
import org.kontor.api.error.KontorException;
import org.kontor.api.location.Locations;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.Page;
import org.kontor.http.Door;
import org.kontor.soap.v1.AccessDeniedFault;
import org.kontor.soap.v1.ConflictFault;
import org.kontor.soap.v1.Create;
import org.kontor.soap.v1.CreateResponse;
import org.kontor.soap.v1.CustomersPortType;
import org.kontor.soap.v1.Find;
import org.kontor.soap.v1.FindResponse;
import org.kontor.soap.v1.Get;
import org.kontor.soap.v1.GetResponse;
import org.kontor.soap.v1.InvalidInputFault;
import org.kontor.soap.v1.NotFoundFault;

/** The operations of customers v1; a refusal becomes a fault that the operation declares. Thread-safe. */
final class CustomersPort implements CustomersPortType {
    private final Customers customers;
    private final LocationsOfCustomer locations;

    CustomersPort(Customers customers, Locations locations) {
        this.customers = customers;
        this.locations = new LocationsOfCustomer(locations);
    }

    @Override
    public GetResponse get(Get request) throws InvalidInputFault, NotFoundFault, AccessDeniedFault {
        HttpServletRequest http = Called.request();
        try {
            CallContext caller = Called.by(http);
            Customer customer = wanted(caller, request);
            GetResponse response = new GetResponse();
            response.setCustomer(CustomerMapping.toSoap(customer, locations.first(caller, customer.id())));
            return response;
        } catch (KontorException refusal) {
            CustomersFaults faults = new CustomersFaults(refusal, Door.correlation(http));
            faults.throwIfInvalid();
            faults.throwIfNotFound();
            faults.throwIfDenied();
            throw faults.other();
        }
    }

    private Customer wanted(CallContext caller, Get request) {
        if ((request.getId() == null) == (request.getCode() == null)) {
            throw KontorException.invalid("id", "one_of", "Give either id or code.", request.getId());
        }
        return request.getId() == null
                ? customers.getByCode(caller, request.getCode())
                : customers.get(caller, RecordIds.parse("id", request.getId()));
    }

    @Override
    public FindResponse find(Find request) throws InvalidInputFault, AccessDeniedFault {
        HttpServletRequest http = Called.request();
        try {
            CallContext caller = Called.by(http);
            Page<Customer> page = customers.find(caller, Queries.toQuery(request));
            FindResponse response = new FindResponse();
            page.items().forEach(customer -> response.getCustomer().add(CustomerMapping.toSoap(customer)));
            response.setNext(page.next());
            return response;
        } catch (KontorException refusal) {
            CustomersFaults faults = new CustomersFaults(refusal, Door.correlation(http));
            faults.throwIfInvalid();
            faults.throwIfDenied();
            throw faults.other();
        }
    }

    @Override
    public CreateResponse create(Create request) throws InvalidInputFault, ConflictFault, AccessDeniedFault {
        HttpServletRequest http = Called.request();
        try {
            CallContext caller = Called.by(http);
            FieldValues customer = CustomerMapping.toValues(request.getCustomer());
            List<FieldValues> places = inputs(request);
            CustomerWithLocations created = customers.createWithLocations(
                    RequestDigest.of("create").add(customer).add(places).named(caller, request.getRequestId()),
                    customer,
                    places);
            CreateResponse response = new CreateResponse();
            response.setCustomer(CustomerMapping.toSoap(created.customer(), new Page<>(created.locations(), null)));
            return response;
        } catch (KontorException refusal) {
            CustomersFaults faults = new CustomersFaults(refusal, Door.correlation(http));
            faults.throwIfInvalid();
            faults.throwIfConflict();
            faults.throwIfDenied();
            throw faults.other();
        }
    }

    private static List<FieldValues> inputs(Create request) {
        return request.getLocations() == null
                ? List.of()
                : request.getLocations().getLocation().stream()
                        .map(LocationMapping::toValues)
                        .toList();
    }
}
