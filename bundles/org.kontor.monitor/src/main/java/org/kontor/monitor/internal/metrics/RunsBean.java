/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.metrics;

import java.util.Map;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;

/** The runs of a connection in JMX. Immutable. */
record RunsBean(String connection, Counter runs, Counter items, Gauge done, Gauge total) implements RunsMXBean {
    @Override
    public Map<String, Long> getRuns() {
        return Samples.sums(runs, "kontor_runs_total", "connection", connection, "state");
    }

    @Override
    public Map<String, Long> getItems() {
        return Samples.sums(items, "kontor_run_items_total", "connection", connection, "outcome");
    }

    @Override
    public Long getDone() {
        return value(done);
    }

    @Override
    public Long getTotal() {
        return value(total);
    }

    private Long value(Gauge gauge) {
        Map<String, Long> values = Samples.sums(gauge, sample(gauge), "connection", connection, "connection");
        return values.get(connection);
    }

    private String sample(Gauge gauge) {
        return gauge == done ? "kontor_run_done" : "kontor_run_total";
    }
}
