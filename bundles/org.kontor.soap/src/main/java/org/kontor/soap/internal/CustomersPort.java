/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.List;
import java.util.UUID;

import javax.servlet.http.HttpServletRequest;

import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
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
    private static final String CALLED = CustomersPort.class.getName() + ".called";

    private final Customers customers;
    private final LocationsOfCustomer locations;

    CustomersPort(Customers customers, Locations locations) {
        this.customers = customers;
        this.locations = new LocationsOfCustomer(locations);
    }

    @Override
    public GetResponse get(Get request) throws InvalidInputFault, NotFoundFault, AccessDeniedFault {
        HttpServletRequest http = http();
        try {
            CallContext caller = Door.caller(http, Source.SOAP);
            Customer customer = wanted(caller, request);
            GetResponse response = new GetResponse();
            response.setCustomer(CustomerMapping.toSoap(customer, locations.all(caller, customer.id())));
            return response;
        } catch (KontorException refusal) {
            TypedFaults faults = new TypedFaults(refusal, Door.correlation(http));
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
                : customers.get(caller, id(request.getId()));
    }

    private static UUID id(String text) {
        // the JDK's own parser takes short forms, which would be other ids than the one given
        if (!text.strip().matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")) {
            throw KontorException.invalid("id", "malformed_id", "Must be the id of a record.", text);
        }
        return UUID.fromString(text.strip());
    }

    @Override
    public FindResponse find(Find request) throws InvalidInputFault, AccessDeniedFault {
        HttpServletRequest http = http();
        try {
            CallContext caller = Door.caller(http, Source.SOAP);
            Page<Customer> page = customers.find(caller, Queries.toQuery(request));
            FindResponse response = new FindResponse();
            page.items().forEach(customer -> response.getCustomer().add(CustomerMapping.toSoap(customer)));
            response.setNext(page.next());
            return response;
        } catch (KontorException refusal) {
            TypedFaults faults = new TypedFaults(refusal, Door.correlation(http));
            faults.throwIfInvalid();
            faults.throwIfDenied();
            throw faults.other();
        }
    }

    @Override
    public CreateResponse create(Create request) throws InvalidInputFault, ConflictFault, AccessDeniedFault {
        HttpServletRequest http = http();
        try {
            CallContext caller = Door.caller(http, Source.SOAP);
            CustomerWithLocations created = customers.createWithLocations(
                    caller, CustomerMapping.toValues(request.getCustomer()), inputs(request));
            CreateResponse response = new CreateResponse();
            response.setCustomer(CustomerMapping.toSoap(created.customer(), created.locations()));
            return response;
        } catch (KontorException refusal) {
            TypedFaults faults = new TypedFaults(refusal, Door.correlation(http));
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

    private static HttpServletRequest http() {
        HttpServletRequest http = (HttpServletRequest)
                PhaseInterceptorChain.getCurrentMessage().get(AbstractHTTPDestination.HTTP_REQUEST);
        http.setAttribute(CALLED, Boolean.TRUE);
        return http;
    }

    /** Whether the request was read and came as far as an operation. */
    static boolean called(HttpServletRequest http) {
        return http.getAttribute(CALLED) != null;
    }
}
