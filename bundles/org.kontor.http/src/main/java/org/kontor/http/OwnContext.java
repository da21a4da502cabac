/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;

import javax.servlet.Servlet;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.http.context.ServletContextHelper;

/**
 * One servlet in a servlet context of its own, from construction until {@link #close}. Pax Web loses a servlet that is
 * there before the context of another bundle which it is to join.
 */
public final class OwnContext implements AutoCloseable {
    private final List<ServiceRegistration<?>> registrations;

    /**
     * @param name of context and servlet
     * @param path of the context
     * @param pattern of the servlet, in the context
     */
    public OwnContext(
            BundleContext context,
            String name,
            String path,
            ServletContextHelper helper,
            String pattern,
            Servlet servlet) {
        registrations = List.of(
                context.registerService(
                        ServletContextHelper.class,
                        helper,
                        properties(
                                "osgi.http.whiteboard.context.name", name, "osgi.http.whiteboard.context.path", path)),
                context.registerService(
                        Servlet.class,
                        servlet,
                        properties(
                                "osgi.http.whiteboard.servlet.name",
                                name,
                                "osgi.http.whiteboard.servlet.pattern",
                                pattern,
                                "osgi.http.whiteboard.context.select",
                                "(osgi.http.whiteboard.context.name=" + name + ")")));
    }

    private static Dictionary<String, Object> properties(String... pairs) {
        Hashtable<String, Object> properties = new Hashtable<>();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.put(pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    @Override
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
