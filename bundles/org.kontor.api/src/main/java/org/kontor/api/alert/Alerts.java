/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.alert;

import java.util.List;

import org.kontor.api.call.CallContext;

/** Alerts, and whether they would arrive. For people who look after the installation. Thread-safe. */
public interface Alerts {
    int MAX_LISTED = 200;

    /**
     * Newest first.
     *
     * @param all those that have ended, too
     * @param limit 1 to {@value #MAX_LISTED}
     * @throws org.kontor.api.error.KontorException {@code access_denied}, {@code invalid_input}
     */
    List<Alert> list(CallContext context, boolean all, int limit);

    /**
     * Sends a message through each channel that is configured, at once and also while alerts are off.
     *
     * @return empty when no channel is configured
     * @throws org.kontor.api.error.KontorException {@code access_denied}
     */
    List<Tried> test(CallContext context);

    /** Whether alerts are on. */
    boolean enabled();

    /** @param error why it failed, or null */
    record Tried(String channel, String target, String error) {}
}
