/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.metrics;

import java.util.Map;

import io.prometheus.client.Counter;

/** The runs of a connection in JMX. Immutable. */
record RunsBean(String connection, Counter runs, Counter items) implements RunsMXBean {
    @Override
    public Map<String, Long> getRuns() {
        return Samples.sums(runs, "kontor_runs_total", "connection", connection, "state");
    }

    @Override
    public Map<String, Long> getItems() {
        return Samples.sums(items, "kontor_run_items_total", "connection", connection, "outcome");
    }
}
