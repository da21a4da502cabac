/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;

import org.kontor.api.sync.ConnectionState;
import org.kontor.api.sync.ConnectionStatus;
import org.kontor.monitor.internal.health.Health;

/** What is looked up at the moment of a scrape: readiness, place of the feed, connections. */
final class StateMetrics extends Collector {
    private static final int MAX_CONNECTIONS = 200;

    private final Health health;

    StateMetrics(Health health) {
        this.health = health;
    }

    @Override
    public List<MetricFamilySamples> collect() {
        List<MetricFamilySamples> families = new ArrayList<>();
        families.add(new GaugeMetricFamily("kontor_ready", "1 when nothing is missing.", health.isReady() ? 1 : 0));
        health.feedPosition()
                .ifPresent(position -> families.add(new GaugeMetricFamily(
                        "kontor_feed_position", "Position of the change that the feed numbered last.", position)));
        GaugeMetricFamily states = new GaugeMetricFamily(
                "kontor_connection_state", "1 for the state that a connection is in.", List.of("connection", "state"));
        GaugeMetricFamily successes = new GaugeMetricFamily(
                "kontor_connection_last_success_seconds",
                "When the external system was last read to its end, in seconds since 1970.",
                List.of("connection"));
        health.connections().stream().limit(MAX_CONNECTIONS).forEach(connection -> add(connection, states, successes));
        families.add(states);
        families.add(successes);
        return families;
    }

    private static void add(ConnectionStatus connection, GaugeMetricFamily states, GaugeMetricFamily successes) {
        for (ConnectionState state : ConnectionState.values()) {
            states.addMetric(
                    List.of(connection.name(), state.name().toLowerCase(Locale.ROOT)),
                    connection.state() == state ? 1 : 0);
        }
        if (connection.lastSuccess() != null) {
            successes.addMetric(
                    List.of(connection.name()), connection.lastSuccess().toEpochMilli() / 1e3);
        }
    }
}
