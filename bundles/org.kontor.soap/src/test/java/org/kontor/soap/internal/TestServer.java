/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.soap.internal;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;

import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

import org.kontor.api.call.Actor;
import org.kontor.api.call.Role;
import org.kontor.http.Door;

/** The endpoint behind a door like the real one, on a free port, over a store in memory. */
final class TestServer implements AutoCloseable {
    final FakeStore store = new FakeStore();
    /** Who signs in with the next request; null for nobody. */
    volatile Actor actor =
            new Actor(UUID.randomUUID(), "soap-tester", UUID.randomUUID(), Set.of(Role.CUSTOMER_SUCCESS));

    private final Server jetty;
    private final Bus bus;
    private final CustomersEndpoint endpoint;
    private final RecordsEndpoint records;

    TestServer(int port) throws Exception {
        this(port, new Settings("", false));
    }

    TestServer(int port, SoapConfiguration configuration) throws Exception {
        bus = new CXFBusFactory().createBus();
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(bus);
        jetty = new Server();
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath(Door.PATH);
        context.addFilter(new FilterHolder(new Gate()), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(servlet), "/*");
        jetty.setHandler(context);
        jetty.start();
        endpoint = new CustomersEndpoint(bus, store.customerService, store.locationService, configuration);
        records = new RecordsEndpoint(
                bus,
                store.customerService,
                store.locationService,
                store.accountService,
                store.openings,
                store.openings,
                store.people.desk,
                store.people.invitations,
                store.bulk,
                store.runs,
                configuration);
    }

    String url() {
        return "http://127.0.0.1:" + ((ServerConnector) jetty.getConnectors()[0]).getLocalPort() + Door.PATH
                + CustomersEndpoint.PATH;
    }

    String recordsUrl() {
        return url().replace(CustomersEndpoint.PATH, RecordsEndpoint.PATH);
    }

    void unpublish() {
        endpoint.close();
    }

    @Override
    public void close() throws Exception {
        endpoint.close();
        records.close();
        jetty.stop();
        bus.shutdown(true);
    }

    /** Serves until it is killed: {@code TestServer PORT}; for trying clients. */
    public static void main(String[] args) throws Exception {
        try (TestServer server = new TestServer(Integer.parseInt(args[0]))) {
            System.out.println("serving " + server.recordsUrl());
            Thread.currentThread().join();
        }
    }

    /** The configuration that DS would give. */
    record Settings(String address, boolean forwarded) implements SoapConfiguration {
        @Override
        public Class<? extends Annotation> annotationType() {
            return SoapConfiguration.class;
        }
    }

    private final class Gate implements Filter {
        @Override
        public void init(FilterConfig config) {}

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (actor != null) {
                Door.signedIn((HttpServletRequest) request, actor);
            }
            chain.doFilter(request, response);
        }

        @Override
        public void destroy() {}
    }
}
