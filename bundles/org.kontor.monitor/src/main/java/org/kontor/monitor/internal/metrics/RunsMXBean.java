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

    /** What the run under way has read, in its source's own unit; null when there is none or it does not tell. */
    Long getDone();

    /** What it will have read in the end, as far as that is known by now; null like done. */
    Long getTotal();
}
