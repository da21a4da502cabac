/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.metrics;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;

/**
 * The connections to the database, as HikariCP tells JMX; nothing where {@code hikari.registerMbeans} is not set. Read
 * there, as only one bundle of ours may see the data source.
 */
final class PoolMetrics extends Collector {
    private static final String POOL = "com.zaxxer.hikari:type=Pool (kontor)";
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "active", "ActiveConnections",
            "idle", "IdleConnections",
            "waiting", "ThreadsAwaitingConnection");

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    @Override
    public List<MetricFamilySamples> collect() {
        GaugeMetricFamily family = new GaugeMetricFamily(
                "kontor_pool_connections",
                "Connections to the database in use, idle, and threads that wait for one.",
                List.of("state"));
        try {
            ObjectName pool = new ObjectName(POOL);
            for (Map.Entry<String, String> attribute : ATTRIBUTES.entrySet()) {
                Number value = (Number) server.getAttribute(pool, attribute.getValue());
                family.addMetric(List.of(attribute.getKey()), value.doubleValue());
            }
        } catch (JMException e) {
            return List.of();
        }
        return List.of(family);
    }
}
