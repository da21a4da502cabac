/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.net.URL;
import java.util.Map;
import java.util.function.Supplier;

import javax.xml.namespace.QName;

import org.apache.cxf.Bus;
import org.apache.cxf.annotations.SchemaValidation.SchemaValidationType;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxb.JAXBDataBinding;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.customer.Customers;
import org.kontor.api.location.Locations;
import org.kontor.http.Door;
import org.kontor.soap.v1.CustomersPortType;

/** Serves customers v1 at {@value #PATH} of the door's bus from construction until {@link #close()}. */
@Component(
        service = {},
        immediate = true)
public final class CustomersEndpoint {
    /** Where it is, below {@link Door#PATH}. */
    public static final String PATH = "/soap/v1/customers";

    static final String NAMESPACE = "urn:kontor:customers:v1";

    private static final URL WSDL = CustomersEndpoint.class.getResource("/wsdl/customers-v1.wsdl");

    private final Bus bus;
    private final Server server;

    @Activate
    public CustomersEndpoint(
            @Reference(target = Door.BUS) Bus door, @Reference Customers customers, @Reference Locations locations) {
        bus = withOurLoader(SoapBus::create);
        JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
        factory.setBus(bus);
        factory.setDestinationFactory(SoapBus.destinationsOf(door));
        factory.setServiceClass(CustomersPortType.class);
        factory.setServiceBean(new CustomersPort(customers, locations));
        factory.setServiceName(new QName(NAMESPACE, "CustomersService"));
        factory.setEndpointName(new QName(NAMESPACE, "Customers"));
        factory.setWsdlLocation(WSDL.toExternalForm());
        factory.setAddress(PATH);
        Map<String, Object> properties = XmlLimits.asProperties();
        properties.put(Message.SCHEMA_VALIDATION_ENABLED, SchemaValidationType.IN);
        properties.put(JAXBDataBinding.READER_VALIDATION_EVENT_HANDLER, new SchemaErrors());
        properties.put(FaultListener.class.getName(), new PresentableFaults());
        factory.setProperties(properties);
        factory.getInInterceptors().add(new Description(WSDL));
        factory.getInInterceptors().add(new OnlyXml());
        factory.getInInterceptors().add(new StrictParser());
        factory.getInInterceptors().add(new NamesOperation());
        server = withOurLoader(factory::create);
    }

    /** JAXB and CXF look for their parts through the thread's loader; DS hands us a thread with any loader, or none. */
    private static <T> T withOurLoader(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(CustomersEndpoint.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Deactivate
    public void close() {
        server.destroy();
        bus.shutdown(true);
    }
}
