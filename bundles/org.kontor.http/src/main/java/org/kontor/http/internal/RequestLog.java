/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.http.internal;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.kontor.http.Door;
import org.kontor.http.RequestObserver;

/**
 * Between beginning and end of a request, log lines of its thread carry its correlation id; at the end the observers are
 * told. Thread-safe.
 */
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final String BEGAN = "org.kontor.http.began";

    private final Supplier<List<RequestObserver>> observers;

    RequestLog(Supplier<List<RequestObserver>> observers) {
        this.observers = observers;
    }

    void begin(HttpServletRequest request) {
        MDC.put(Door.LOG_KEY, Door.correlation(request));
        request.setAttribute(BEGAN, System.nanoTime());
    }

    /** Only the first call for a request counts: a refused one is ended by the gate, and by some containers once more. */
    void end(HttpServletRequest request, HttpServletResponse response) {
        if (!(request.getAttribute(BEGAN) instanceof Long began)) {
            return;
        }
        request.removeAttribute(BEGAN);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        try {
            for (RequestObserver observer : observers.get()) {
                observer.answered(door(request), Door.operation(request), response.getStatus(), took);
            }
        } catch (RuntimeException e) {
            LOG.error("A request could not be counted", e);
        } finally {
            MDC.remove(Door.LOG_KEY);
        }
    }

    private static String door(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith(Door.PATH + "/api/")) {
            return "REST";
        }
        return path.startsWith(Door.PATH + "/soap/") ? "SOAP" : "OTHER";
    }
}
