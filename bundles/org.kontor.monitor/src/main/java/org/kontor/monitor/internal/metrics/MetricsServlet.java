/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.metrics;

import java.io.IOException;
import java.io.Writer;

import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import io.prometheus.client.exporter.common.TextFormat;

import org.kontor.api.call.Source;
import org.kontor.api.error.KontorException;
import org.kontor.http.Door;

/** Writes all metrics as Prometheus reads them, for whoever has a role. */
final class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Metrics metrics;

    MetricsServlet(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        try {
            Door.caller(request, Source.REST).ofOperator().requireReader();
        } catch (KontorException refusal) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String type = TextFormat.chooseContentType(request.getHeader("Accept"));
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        try (Writer writer = response.getWriter()) {
            TextFormat.writeFormat(type, writer, metrics.registry().metricFamilySamples());
        }
    }
}
