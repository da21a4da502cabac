/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.Test;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;

import org.kontor.testing.Shows;

import static org.junit.Assert.assertEquals;

@Shows("X4")
public class MetricsTest {
    @Test
    public void labelsDoNotGrowForEver() {
        BoundedNames names = new BoundedNames(2);
        List<String> fresh = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "a", "d")) {
            shown.add(names.bounded(name, fresh::add));
        }
        assertEquals(List.of("a", "b", "other", "a", "other"), shown);
        assertEquals(List.of("a", "b"), fresh);
    }

    @Test
    public void jmxTellsWhatPrometheusTells() {
        Counter requests = Counter.build("kontor_requests_total", "test")
                .labelNames("door", "operation", "status")
                .register(new CollectorRegistry());
        requests.labels("REST", "Customers.list", "200").inc(2);
        requests.labels("REST", "-", "401").inc();
        requests.labels("SOAP", "find", "200").inc();
        DoorMXBean door = new DoorBean("REST", requests, null);
        assertEquals(Map.of("200", 2L, "401", 1L), door.getRequestsByStatus());
        assertEquals(Map.of("Customers.list", 2L, "-", 1L), door.getRequestsByOperation());
    }
}
