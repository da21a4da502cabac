/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.metrics;

import java.io.IOException;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.context.ServletContextHelper;

import org.kontor.http.Door;
import org.kontor.http.Entrance;
import org.kontor.http.OwnContext;

/** Serves {@code /kontor/metrics} behind the gate. */
@Component(service = MetricsDoor.class, immediate = true)
public final class MetricsDoor {
    private final OwnContext web;

    @Activate
    public MetricsDoor(BundleContext context, @Reference Metrics metrics, @Reference Entrance entrance) {
        ServletContextHelper gated = new ServletContextHelper(context.getBundle()) {
            @Override
            public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) throws IOException {
                return entrance.admits(request, response);
            }

            @Override
            public void finishSecurity(HttpServletRequest request, HttpServletResponse response) {
                entrance.left(request, response);
            }
        };
        web = new OwnContext(context, "kontor-metrics", Door.PATH, gated, "/metrics", new MetricsServlet(metrics));
    }

    @Deactivate
    public void close() {
        web.close();
    }
}
