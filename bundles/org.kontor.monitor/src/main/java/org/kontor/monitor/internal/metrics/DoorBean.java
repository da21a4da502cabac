/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.metrics;

import java.util.Map;

import io.prometheus.client.Counter;
import io.prometheus.client.Histogram;

/** A door in JMX. Immutable. */
record DoorBean(String door, Counter requests, Histogram durations) implements DoorMXBean {
    @Override
    public Map<String, Long> getRequestsByStatus() {
        return Samples.sums(requests, "kontor_requests_total", "door", door, "status");
    }

    @Override
    public Map<String, Long> getRequestsByOperation() {
        return Samples.sums(requests, "kontor_requests_total", "door", door, "operation");
    }

    @Override
    public double getSeconds() {
        return Samples.sum(durations, "kontor_request_seconds_sum", "door", door);
    }
}
