/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.health;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * {@code live}: 200 as long as requests are answered at all. {@code ready}: 200, or 503 with what is missing. Without a
 * sign-in, so nothing that is told names a host, a path or a user.
 */
final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final transient Readiness readiness;

    HealthServlet(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            answer(response, 405, Map.of("status", "method_not_allowed"));
            return;
        }
        switch (String.valueOf(request.getPathInfo())) {
            case "/live" -> answer(response, 200, Map.of("status", "live"));
            case "/ready" -> answer(response, readiness.report());
            default -> answer(response, 404, Map.of("status", "not_found"));
        }
    }

    private static void answer(HttpServletResponse response, Report report) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", report.ready() ? "ready" : "not_ready");
        body.put("missing", report.missing());
        body.put("checks", report.findings().stream().map(HealthServlet::check).toList());
        answer(response, report.ready() ? 200 : 503, body);
    }

    private static Map<String, String> check(Finding finding) {
        Map<String, String> check = new LinkedHashMap<>();
        check.put("part", finding.part());
        check.put("state", finding.state().name().toLowerCase(Locale.ROOT));
        if (finding.detail() != null) {
            check.put("detail", finding.detail());
        }
        return check;
    }

    private static void answer(HttpServletResponse response, int status, Map<String, ?> body) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(body);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }
}
