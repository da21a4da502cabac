/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.kontor.api.alert.Alert;

/** Reads alerts, and what some of them are about. */
public interface AlertReader {
    /**
     * Newest first.
     *
     * @param all those that have ended, too
     */
    List<Alert> list(boolean all, int limit);

    /** Messages whose time has come; that of an end only behind that of its beginning. */
    List<Due> due(Instant now, int limit);

    /** What waits in quarantine and conflict queue, by connection; those where nothing waits are missing. */
    List<Waiting> waiting();

    /** When connections read their system to its end last, as far as was noted. */
    Map<String, Instant> successes();

    /** A message to send. */
    record Due(Alert alert, Alert.Delivery delivery) {}

    /** Counts of a connection. */
    record Waiting(String connection, long quarantined, long conflicts) {}
}
