/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;

import javax.servlet.Filter;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.http.context.ServletContextHelper;

import org.kontor.api.account.Accounts;
import org.kontor.api.people.SessionSignIn;
import org.kontor.api.people.SignIn;
import org.kontor.api.people.TokenSignIn;
import org.kontor.http.Door;
import org.kontor.http.Entrance;
import org.kontor.http.RequestObserver;

/**
 * Serves everything under {@link Door#PATH}: one servlet, behind one gate, on a CXF bus of our own that the edges publish
 * on. Other applications of the same Karaf keep theirs.
 */
@Component(service = Entrance.class, immediate = true)
public final class HttpDoor implements Entrance {
    private static final String CONTEXT = "kontor";

    private final ExtensionManagerBus bus = new ExtensionManagerBus();
    private final Gate gate;
    private final ServiceRegistration<?>[] registrations;

    /** They come and go while requests are served. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<RequestObserver> observers = List.of();

    @Activate
    public HttpDoor(
            BundleContext bundleContext,
            @Reference SignIn signIn,
            @Reference TokenSignIn tokenSignIn,
            @Reference SessionSignIn sessionSignIn,
            @Reference Accounts accounts,
            @Reference RateLimits limits) {
        Credentials credentials = new Credentials(signIn, tokenSignIn, sessionSignIn);
        gate = new Gate(
                bundleContext.getBundle(), credentials, new MadeFor(accounts), limits, new RequestLog(() -> observers));
        bus.setId("kontor-http");
        bus.setProperty("org.apache.cxf.logging.FaultListener", new QuietFaults());
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(bus);
        String select = "(osgi.http.whiteboard.context.name=" + CONTEXT + ")";
        registrations = new ServiceRegistration<?>[] {
            bundleContext.registerService(
                    ServletContextHelper.class,
                    gate,
                    properties(
                            "osgi.http.whiteboard.context.name",
                            CONTEXT,
                            "osgi.http.whiteboard.context.path",
                            Door.PATH)),
            bundleContext.registerService(
                    Filter.class,
                    new BodyLimit(),
                    properties(
                            "osgi.http.whiteboard.filter.name", "kontor-body-limit",
                            "osgi.http.whiteboard.filter.pattern", "/*",
                            "osgi.http.whiteboard.context.select", select)),
            bundleContext.registerService(
                    Filter.class,
                    new CutOff(),
                    properties(
                            "osgi.http.whiteboard.filter.name", "kontor-cut-off",
                            "osgi.http.whiteboard.filter.pattern", "/*",
                            "osgi.http.whiteboard.context.select", select)),
            bundleContext.registerService(
                    Servlet.class,
                    servlet,
                    properties(
                            "osgi.http.whiteboard.servlet.name", "kontor-cxf",
                            "osgi.http.whiteboard.servlet.pattern", "/*",
                            "osgi.http.whiteboard.context.select", select,
                            "servlet.init.hide-service-list-page", "true")),
            bundleContext.registerService(Bus.class, bus, properties("kontor.door", "http")),
        };
    }

    @Override
    public boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return gate.handleSecurity(request, response);
    }

    @Override
    public void left(HttpServletRequest request, HttpServletResponse response) {
        gate.finishSecurity(request, response);
    }

    @Deactivate
    public void close() {
        for (int i = registrations.length - 1; i >= 0; i--) {
            registrations[i].unregister();
        }
        bus.shutdown(true);
    }

    private static Dictionary<String, Object> properties(String... pairs) {
        Hashtable<String, Object> properties = new Hashtable<>();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.put(pairs[i], pairs[i + 1]);
        }
        return properties;
    }
}
