/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.metrics;

import java.util.Map;

/** What the runs of a connection did since the start, as {@code org.kontor:type=Runs,name=NAME}. */
public interface RunsMXBean {
    /** Runs that ended, by state: {@code completed}, {@code failed}. */
    Map<String, Long> getRuns();

    /** Records by outcome: {@code created}, {@code updated}, {@code refused} … */
    Map<String, Long> getItems();
}
