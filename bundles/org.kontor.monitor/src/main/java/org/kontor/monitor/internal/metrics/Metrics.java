/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import javax.management.ObjectName;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;
import io.prometheus.client.hotspot.DefaultExports;

import org.kontor.api.sync.ItemResult;
import org.kontor.api.sync.Reach;
import org.kontor.api.sync.RunState;
import org.kontor.http.RequestObserver;
import org.kontor.monitor.internal.Managed;
import org.kontor.monitor.internal.health.Health;
import org.kontor.spi.sync.RunObserver;

/**
 * Counts what the doors and the engine tell, and gives it, with what can be looked up, to Prometheus and JMX (X4, S13).
 * Labels take values from a bounded set only. Thread-safe.
 */
@Component(
        service = {Metrics.class, RequestObserver.class, RunObserver.class},
        immediate = true)
public final class Metrics implements RequestObserver, RunObserver {
    private static final double[] SECONDS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60};

    private final CollectorRegistry registry = new CollectorRegistry();
    private final BoundedNames connections = new BoundedNames(200);
    private final Managed managed = new Managed();

    private final Counter requests = Counter.build("kontor_requests_total", "Requests answered.")
            .labelNames("door", "operation", "status")
            .register(registry);
    private final Histogram durations = Histogram.build("kontor_request_seconds", "How long answering took.")
            .labelNames("door", "operation")
            .buckets(SECONDS)
            .register(registry);
    private final Counter runs = Counter.build("kontor_runs_total", "Runs that ended.")
            .labelNames("connection", "state")
            .register(registry);
    private final Counter items = Counter.build("kontor_run_items_total", "Records that runs took in, by outcome.")
            .labelNames("connection", "outcome")
            .register(registry);

    private final Gauge done = Gauge.build("kontor_run_done", "What the run under way has read, in its source's unit.")
            .labelNames("connection")
            .register(registry);
    private final Gauge total = Gauge.build("kontor_run_total", "What the run under way will have read in the end.")
            .labelNames("connection")
            .register(registry);

    @Activate
    public Metrics(@Reference Health health) {
        DefaultExports.register(registry);
        new PoolMetrics().register(registry);
        new StateMetrics(health).register(registry);
        for (String door : List.of("REST", "SOAP", "OTHER")) {
            managed.show("type=Door,name=" + door, new DoorBean(door, requests, durations));
        }
    }

    @Deactivate
    public void close() {
        managed.close();
    }

    /** All of it, as a scrape reads it. */
    public CollectorRegistry registry() {
        return registry;
    }

    @Override
    public void answered(String door, String operation, int status, Duration took) {
        requests.labels(door, operation, String.valueOf(status)).inc();
        durations.labels(door, operation).observe(took.toNanos() / 1e9);
    }

    @Override
    public void took(String connection, List<ItemResult> results) {
        String name = shown(connection);
        results.forEach(result -> items.labels(name, result.outcome().name().toLowerCase(Locale.ROOT))
                .inc());
    }

    @Override
    public void ended(String connection, RunState state) {
        String name = shown(connection);
        if (state != RunState.INTERRUPTED) {
            runs.labels(name, state.name().toLowerCase(Locale.ROOT)).inc();
        }
        done.remove(name);
        total.remove(name);
    }

    @Override
    public void reached(String connection, Reach reach) {
        String name = shown(connection);
        done.labels(name).set(reach.done());
        total.labels(name).set(reach.total());
    }

    private String shown(String connection) {
        return connections.bounded(connection, name -> {
            String value = name.matches("[a-z0-9-]+") ? name : ObjectName.quote(name);
            managed.show("type=Runs,name=" + value, new RunsBean(name, runs, items, done, total));
        });
    }
}
