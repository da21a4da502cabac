/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import org.apache.cxf.Bus;
import org.apache.cxf.BusException;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.transport.DestinationFactory;
import org.apache.cxf.transport.DestinationFactoryManager;

/**
 * A CXF bus for SOAP behind the door's bus. A bus knows the extensions that were there when it was made: the door may have
 * made its own before CXF's SOAP bundles were installed.
 */
final class SoapBus {
    private static final String HTTP = "http://cxf.apache.org/transports/http";

    private SoapBus() {}

    static Bus create() {
        return new CXFBusFactory().createBus();
    }

    /** Where the door's servlet looks up who answers a path. */
    static DestinationFactory destinationsOf(Bus door) {
        try {
            return door.getExtension(DestinationFactoryManager.class).getDestinationFactory(HTTP);
        } catch (BusException e) {
            throw new IllegalStateException("The door's bus has no HTTP transport.", e);
        }
    }
}
