/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.alert;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Something that somebody should look at, from its beginning to its end (requirement S16).
 *
 * @param kind for example {@code connection-failed}; at most 40 characters
 * @param subject what it is about, for example a connection's name; at most 100 characters
 * @param message what is wrong, and what to do; at most 1,000 characters, never a secret
 * @param ended null while it goes on
 * @param deliveries one for the beginning and one for the end, for each channel
 */
public record Alert(
        UUID id, String kind, String subject, String message, Instant since, Instant ended, List<Delivery> deliveries) {
    public Alert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(since, "since");
        deliveries = List.copyOf(deliveries);
    }

    /**
     * A message about it.
     *
     * @param channel {@code mail} or {@code webhook}
     * @param end whether it tells the end; else the beginning
     * @param attempts how often it was tried
     * @param next when it is tried next; null when it is not
     * @param error why the last try failed; null when it did not
     */
    public record Delivery(
            UUID id, String channel, boolean end, State state, int attempts, Instant next, String error) {
        public Delivery {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(state, "state");
        }
    }

    /** How a message does. */
    public enum State {
        WAITING,
        SENDING,
        SENT,
        /** Given up: it could not be sent in time, or nobody knows whether it was. */
        DROPPED
    }
}
