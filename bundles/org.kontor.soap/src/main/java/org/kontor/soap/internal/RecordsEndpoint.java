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
import org.osgi.service.metatype.annotations.Designate;

import org.kontor.api.account.Accounts;
import org.kontor.api.account.Conversions;
import org.kontor.api.account.Openings;
import org.kontor.api.bulk.Bulk;
import org.kontor.api.customer.Customers;
import org.kontor.api.location.Locations;
import org.kontor.api.people.Invitations;
import org.kontor.api.people.PeopleDesk;
import org.kontor.api.sync.Runs;
import org.kontor.http.Door;
import org.kontor.soap.records.v1.RecordsPortType;

/** Serves records v1, customers, locations, accounts and members, at {@value #PATH} of the door's bus from construction until {@link #close()}. */
@Component(
        service = {},
        immediate = true,
        configurationPid = SoapConfiguration.PID)
@Designate(ocd = SoapConfiguration.class)
public final class RecordsEndpoint {
    /** Where it is, below {@link Door#PATH}. */
    public static final String PATH = "/soap/v1/records";

    static final String NAMESPACE = "urn:kontor:records:v1";
    private static final Contract CONTRACT = new Contract(
            RecordsEndpoint.class.getResource("/wsdl/records-v1.wsdl"),
            PATH,
            NAMESPACE,
            "RecordsService",
            "RecordsSoap12",
            RecordsFaults::invalidInput);

    private final SoapServer server;

    @Activate
    public RecordsEndpoint(
            @Reference(target = Door.BUS) Bus door,
            @Reference Customers customers,
            @Reference Locations locations,
            @Reference Accounts accounts,
            @Reference Openings openings,
            @Reference Conversions conversions,
            @Reference PeopleDesk people,
            @Reference Invitations invitations,
            @Reference Bulk bulk,
            @Reference Runs runs,
            SoapConfiguration configuration) {
        server = new SoapServer(
                door,
                CONTRACT,
                new PublicAddress(configuration),
                RecordsPortType.class,
                new RecordsPort(
                        customers,
                        locations,
                        bulk,
                        runs,
                        new AccountCalls(accounts),
                        new OpeningCalls(openings, conversions),
                        new MemberCalls(people, invitations)));
    }

    @Deactivate
    public void close() {
        server.close();
    }
}
