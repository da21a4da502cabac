/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.metrics;

import java.util.Map;

/** What a door answered since the start, as {@code org.kontor:type=Door,name=REST}. */
public interface DoorMXBean {
    /** By HTTP status. */
    Map<String, Long> getRequestsByStatus();

    /** By operation; {@code -} for those that did not get as far. */
    Map<String, Long> getRequestsByOperation();

    /** All durations together. */
    double getSeconds();
}
