/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import org.apache.cxf.Bus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.customer.Customers;
import org.kontor.api.location.Locations;
import org.kontor.http.Door;
import org.kontor.soap.v1.CustomersPortType;

/** Serves customers v1, the first contract, at {@value #PATH} of the door's bus from construction until {@link #close()}. */
@Component(
        service = {},
        immediate = true,
        configurationPid = SoapConfiguration.PID)
public final class CustomersEndpoint {
    /** Where it is, below {@link Door#PATH}. */
    public static final String PATH = "/soap/v1/customers";

    static final String NAMESPACE = "urn:kontor:customers:v1";
    private static final Contract CONTRACT = new Contract(
            CustomersEndpoint.class.getResource("/wsdl/customers-v1.wsdl"),
            PATH,
            NAMESPACE,
            "CustomersService",
            "CustomersSoap12",
            CustomersFaults::invalidInput);

    private final SoapServer server;

    @Activate
    public CustomersEndpoint(
            @Reference(target = Door.BUS) Bus door,
            @Reference Customers customers,
            @Reference Locations locations,
            SoapConfiguration configuration) {
        server = new SoapServer(
                door,
                CONTRACT,
                new PublicAddress(configuration),
                CustomersPortType.class,
                new CustomersPort(customers, locations));
    }

    @Deactivate
    public void close() {
        server.close();
    }
}
