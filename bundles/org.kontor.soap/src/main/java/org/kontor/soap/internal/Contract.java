/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.net.URL;

import javax.xml.namespace.QName;

import org.kontor.api.error.KontorException;

/**
 * What the endpoints of a WSDL differ in. Immutable.
 *
 * @param wsdl the contract as it was written
 * @param path where it is served, below the door's
 * @param service name of the service in it
 * @param port name of the port that takes SOAP 1.1 and 1.2
 * @param invalidInput makes its typed fault of an {@code invalid_input} that is found before an operation is called
 */
record Contract(URL wsdl, String path, String namespace, String service, String port, InvalidInput invalidInput) {
    /** Makes the fault of a contract. */
    @FunctionalInterface
    interface InvalidInput {
        Exception fault(KontorException refusal, String correlation);
    }

    QName serviceName() {
        return new QName(namespace, service);
    }

    QName portName() {
        return new QName(namespace, port);
    }
}
