/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.util.Map;
import java.util.function.Supplier;

import javax.xml.ws.soap.SOAPBinding;

import org.apache.cxf.Bus;
import org.apache.cxf.annotations.SchemaValidation.SchemaValidationType;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxb.JAXBDataBinding;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;

/** Serves a contract on the door's bus, in SOAP 1.1 and 1.2, from construction until {@link #close()}. */
final class SoapServer implements AutoCloseable {
    private final Bus bus;
    private final Server server;

    /** @param bean implements the service class, which is the port type of the contract */
    SoapServer(Bus door, Contract contract, PublicAddress address, Class<?> serviceClass, Object bean) {
        bus = withOurLoader(SoapBus::create);
        JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
        factory.setBus(bus);
        factory.setDestinationFactory(SoapBus.destinationsOf(door));
        factory.setServiceClass(serviceClass);
        factory.setServiceBean(bean);
        factory.setServiceName(contract.serviceName());
        factory.setEndpointName(contract.portName());
        factory.setWsdlLocation(contract.wsdl().toExternalForm());
        // a port of SOAP 1.2 takes 1.1 as well, and answers in what it was asked in; one of 1.1 takes nothing else
        factory.setBindingId(SOAPBinding.SOAP12HTTP_BINDING);
        factory.setAddress(contract.path());
        Map<String, Object> properties = XmlLimits.asProperties();
        properties.put(Message.SCHEMA_VALIDATION_ENABLED, SchemaValidationType.IN);
        properties.put(JAXBDataBinding.READER_VALIDATION_EVENT_HANDLER, new SchemaErrors());
        properties.put(FaultListener.class.getName(), new PresentableFaults(contract));
        factory.setProperties(properties);
        factory.getInInterceptors().add(new Description(contract.wsdl(), address));
        factory.getInInterceptors().add(new OnlyXml());
        factory.getInInterceptors().add(new StrictParser());
        factory.getInInterceptors().add(new NamesOperation());
        server = withOurLoader(factory::create);
    }

    /** JAXB and CXF look for their parts through the thread's loader; DS hands us a thread with any loader, or none. */
    private static <T> T withOurLoader(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SoapServer.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        server.destroy();
        bus.shutdown(true);
    }
}
