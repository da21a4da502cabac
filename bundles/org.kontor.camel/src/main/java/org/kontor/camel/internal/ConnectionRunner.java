/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.sync.Again;
import org.kontor.camel.Calls;
import org.kontor.camel.Connection;
import org.kontor.camel.Connector;
import org.kontor.camel.KontorHeaders;
import org.kontor.camel.Monitor;
import org.kontor.camel.SettingException;
import org.kontor.camel.Settings;

/**
 * One configured connection and, while its connector is there, its CamelContext: made for it alone, so that starting,
 * changing and stopping it touches no other. Used by one thread at a time; the status may be read by any.
 */
final class ConnectionRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionRunner.class);
    /** The setting that says which connector it has. */
    static final String CONNECTOR = "connector";
    /** The setting that says whether the connection is to run. */
    static final String ENABLED = "enabled";

    /** The setting that says whether a person holds it. */
    static final String PAUSED = "paused";

    static final int SECONDS_TO_STOP = 20;
    static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    private final String name;
    private final String kind;
    private final Map<String, String> configuration;
    private final Components components;
    private final Status status;
    /** The way out of each context that is there: of the one that runs, and of one that is to take its place. */
    private final Map<CamelContext, Calls> calls = Collections.synchronizedMap(new IdentityHashMap<>());
    /** What bounds all calls with these settings, over starts and stops; made when it is first needed. */
    private Calls bounds;

    private volatile CamelContext context;
    private volatile Connector running;

    ConnectionRunner(String name, Map<String, String> configuration, Components components) {
        this.name = name;
        this.kind = configuration.getOrDefault(CONNECTOR, "").strip();
        this.configuration = configuration;
        this.components = components;
        this.status = new Status(name, kind);
    }

    String name() {
        return name;
    }

    /** Whether it is to run at all; a person may have stopped it. */
    boolean isEnabled() {
        return !"false"
                .equalsIgnoreCase(configuration.getOrDefault(ENABLED, "true").strip());
    }

    private boolean isPaused() {
        return "true".equalsIgnoreCase(configuration.getOrDefault(PAUSED, "").strip());
    }

    String kind() {
        return kind;
    }

    Map<String, String> configuration() {
        return configuration;
    }

    /** The one that it runs with; null while it does not run. May be asked by any thread. */
    Connector running() {
        return running;
    }

    /** The way out of its routes; null while they do not run. May be asked by any thread. */
    Calls calls() {
        CamelContext up = context;
        return up == null ? null : calls.get(up);
    }

    Status status() {
        return status;
    }

    Settings settings() {
        return new Settings(configuration);
    }

    /**
     * Already running with this connector: it goes on.
     *
     * @param connector null when none of its kind is installed
     */
    void start(Connector connector) {
        if (context != null && connector == running) {
            return;
        }
        stop();
        if (!isEnabled()) {
            halt();
        } else if (isPaused()) {
            pause();
        } else if (!NAME.matcher(name).matches()) {
            status.failed("The name of a connection must be small letters, digits and -, at most 60.");
        } else if (kind.isEmpty()) {
            status.failed("Setting 'connector' is required.");
        } else if (connector == null) {
            status.starting("Waits for the connector '" + kind + "' to be installed.");
        } else {
            status.starting(null);
            run(connector);
        }
    }

    private void run(Connector connector) {
        OsgiDefaultCamelContext fresh = null;
        List<BundleContext> bundles = active(connector);
        try {
            fresh = made(connector);
            fresh.addRoutes(routes(connector, fresh));
            fresh.start();
            context = fresh;
            running = connector;
            status.started();
        } catch (SettingException wrong) {
            status.failed(wrong.getMessage());
            discard(fresh);
        } catch (Exception | StackOverflowError e) {
            if (bundles.contains(null) || !bundles.equals(active(connector))) {
                LOG.debug("Connection '{}' cannot be started now", name, e);
                status.starting("Waits for a bundle that is being stopped or updated.");
            } else if (connector instanceof RouteFile file) {
                status.failed(file.explain(e, fresh));
            } else {
                LOG.error("Connection '{}' cannot be started", name, e);
                status.failed("Cannot be started; the log says why.");
            }
            discard(fresh);
        }
    }

    /** A context without routes. */
    private OsgiDefaultCamelContext made(Connector connector) {
        OsgiDefaultCamelContext fresh = Contexts.of("kontor-" + name, connector.getClass());
        fresh.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
        fresh.addComponent("kontor", components.of(name, status));
        components.traces().made(name, fresh);
        return fresh;
    }

    private synchronized Calls bounds() {
        if (bounds == null) {
            bounds = components.calls(name, settings());
        }
        return bounds;
    }

    /**
     * A way out beside that of its routes, in the same bounds. May be asked by any thread.
     *
     * @throws SettingException when one is wrong
     */
    Calls callsBeside() {
        Calls ofRoutes = calls();
        return ofRoutes == null ? callsAnew() : ofRoutes.beside();
    }

    /**
     * The same for a start, and for somebody who wants to know whether the external system answers now: it tries whatever
     * was found before.
     *
     * @throws SettingException when one is wrong
     */
    Calls callsAnew() {
        return bounds().anew();
    }

    private RoutesBuilder routes(Connector connector, CamelContext of) {
        Monitor monitor = status;
        Settings settings = settings();
        Reconcile.of(settings);
        Calls fresh = callsAnew();
        calls.put(of, fresh);
        return connector.routes(new Connection(name, settings, monitor, components.synchronisation(), fresh));
    }

    /**
     * Runs a new version of a route file instead of what runs; where it cannot be run, what runs goes on, and the status
     * says what is wrong.
     */
    void replace(RouteFile next) {
        if (context == null) {
            status.mended();
            start(next);
            return;
        }
        OsgiDefaultCamelContext fresh = made(next);
        try {
            // all but the consumers, of which there may be one only
            fresh.setAutoStartup(false);
            fresh.addRoutes(routes(next, fresh));
            fresh.start();
        } catch (Exception | StackOverflowError e) {
            refuse(next.explain(e, fresh));
            discard(fresh);
            return;
        }
        Connector before = running;
        stop();
        try {
            fresh.getRouteController().startAllRoutes();
            context = fresh;
            running = next;
            status.mended();
            status.started();
        } catch (Exception e) {
            String reason = next.explain(e, fresh);
            discard(fresh);
            run(before);
            refuse(reason);
        }
    }

    /** A new version of its file is wrong. */
    void refuse(String reason) {
        if (context == null) {
            status.failed(reason);
        } else {
            status.broken(reason + " The version before goes on running.");
        }
    }

    /** A person stopped it. */
    void halt() {
        stop();
        status.mended();
        status.stopped();
        endRuns();
    }

    /** A person holds it. */
    void pause() {
        stop();
        status.mended();
        status.paused();
        endRuns();
    }

    /** A run that was under way ended with a batch; it is not to show as running until there is a next one. */
    private void endRuns() {
        try {
            components.synchronisation().interrupt(name);
        } catch (RuntimeException e) {
            LOG.debug("Runs of connection '{}' stay open until the next one", name, e);
        }
    }

    /**
     * What a connection runs on; null for a bundle that is not active. After a stop or an update it is another one: the
     * connection is then started anew.
     */
    private static List<BundleContext> active(Connector connector) {
        return Stream.of(connector.getClass(), CamelContext.class, ConnectionRunner.class)
                .map(FrameworkUtil::getBundle)
                .map(bundle -> bundle == null || bundle.getState() != Bundle.ACTIVE ? null : bundle.getBundleContext())
                .toList();
    }

    /**
     * Begins anew, so that its routes read at once and do not wait for their schedule. What is under way ends first; one
     * that does not run stays as it is.
     */
    void readNow() {
        Connector connector = running;
        if (context != null) {
            stop();
            run(connector);
        }
    }

    /** Whether its routes run. */
    boolean isUp() {
        return context != null;
    }

    /**
     * Hands an order to its routes, where they take it ({@link KontorHeaders#AGAIN}).
     *
     * @throws KontorException {@code invalid_input}, or what the route answers
     */
    void again(Again again) {
        CamelContext up = context;
        if (up == null) {
            throw new KontorException(ErrorCode.UNAVAILABLE, "Connection '" + name + "' is just being stopped.");
        }
        if (up.hasEndpoint(KontorHeaders.AGAIN) == null) {
            throw KontorException.invalid(
                    again.field(),
                    "not_offered",
                    "Connections of the kind '" + kind + "' cannot read something once more.",
                    null);
        }
        try (ProducerTemplate template = up.createProducerTemplate()) {
            Exchange answer = template.send(
                    KontorHeaders.AGAIN, exchange -> exchange.getMessage().setBody(again));
            if (answer.getException() instanceof KontorException refusal) {
                throw refusal;
            }
            if (answer.getException() != null) {
                LOG.warn("Connection '{}' did not take an order", name, answer.getException());
                throw new KontorException(
                        ErrorCode.ROUTE_FAILED, "The connection did not take that; the log says why.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        discard(context);
        context = null;
        running = null;
    }

    private void discard(CamelContext unwanted) {
        if (unwanted != null) {
            components.traces().gone(name, unwanted);
            Calls waiting = calls.remove(unwanted);
            if (waiting != null) {
                waiting.close(); // what waits for its turn to call would hold the stop up
            }
            unwanted.stop();
        }
    }
}
