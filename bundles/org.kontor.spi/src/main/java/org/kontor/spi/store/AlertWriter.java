/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.kontor.api.alert.Alert;

/** Writes alerts. A message is sent by who claimed it, so never by two nodes. */
public interface AlertWriter extends AlertReader {
    /** Notes one with its messages; nothing when the same condition is open already. */
    void open(Alert alert);

    /** Notes its end with its messages; nothing when it was noted already. */
    void end(UUID id, Instant at, List<Alert.Delivery> deliveries);

    /** @return whether it was still WAITING, and is SENDING now */
    boolean claim(UUID delivery, Instant at);

    /** Notes how a message does now. */
    void settle(Alert.Delivery delivery);

    /**
     * Drops what was claimed before a moment and never settled.
     *
     * @return how many
     */
    int dropClaimed(Instant before, String reason);

    /** Forgets alerts that ended before a moment. */
    void forget(Instant before);

    void saveSuccess(String connection, Instant at);
}
