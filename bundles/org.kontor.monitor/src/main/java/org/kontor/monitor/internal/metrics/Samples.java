/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.metrics;

import java.util.Map;
import java.util.TreeMap;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;

/** Reads counters back, so that JMX and Prometheus never differ. Stateless. */
final class Samples {
    private Samples() {}

    /**
     * Sums of a counter by one label, of those samples where another label has a value.
     *
     * @param name of the sample, for example {@code kontor_requests_total}
     */
    static Map<String, Long> sums(Collector collector, String name, String where, String value, String by) {
        Map<String, Long> sums = new TreeMap<>();
        for (MetricFamilySamples family : collector.collect()) {
            for (MetricFamilySamples.Sample sample : family.samples) {
                if (sample.name.equals(name) && value.equals(label(sample, where))) {
                    sums.merge(label(sample, by), (long) sample.value, Long::sum);
                }
            }
        }
        return sums;
    }

    /** Sum of a sample where a label has a value. */
    static double sum(Collector collector, String name, String where, String value) {
        double sum = 0;
        for (MetricFamilySamples family : collector.collect()) {
            for (MetricFamilySamples.Sample sample : family.samples) {
                if (sample.name.equals(name) && value.equals(label(sample, where))) {
                    sum += sample.value;
                }
            }
        }
        return sum;
    }

    private static String label(MetricFamilySamples.Sample sample, String name) {
        int index = sample.labelNames.indexOf(name);
        return index < 0 ? null : sample.labelValues.get(index);
    }
}
