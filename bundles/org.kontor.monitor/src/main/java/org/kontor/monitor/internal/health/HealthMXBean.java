/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.health;

import java.util.List;

/** The readiness as JMX shows it, as {@code org.kontor:type=Health}. */
public interface HealthMXBean {
    boolean isReady();

    /** The parts that are missing. */
    List<String> getMissing();
}
