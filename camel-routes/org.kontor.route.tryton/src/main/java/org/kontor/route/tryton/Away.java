/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.camel.Monitor;

/**
 * Whether Tryton is away, and when it is tried again: at first at the next poll, then ever more seldom, but every minute at
 * least. The monitor says on the log that it went away and that it is back. Called by one thread at a time.
 */
final class Away {
    private static final Logger LOG = LoggerFactory.getLogger(Away.class);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final String connection;
    private final Duration poll;
    private final Monitor monitor;
    private final long mostPolls;
    /** Polls between two tries; 0 while all is well. */
    private long polls;

    private long passedOver;

    Away(String connection, Duration poll, Monitor monitor) {
        this.connection = connection;
        this.poll = poll;
        this.monitor = monitor;
        this.mostPolls = Math.max(1, LONGEST.toMillis() / poll.toMillis());
    }

    /** Whether this poll is to try. */
    boolean due() {
        if (passedOver + 1 < polls) {
            passedOver++;
            return false;
        }
        passedOver = 0;
        return true;
    }

    /** @param unexpected a failure that no message explains, for the log; or null */
    void failed(String message, Throwable unexpected) {
        boolean first = polls == 0;
        polls = first ? 1 : Math.min(polls * 2, mostPolls);
        monitor.waiting(message + " Next try in " + poll.multipliedBy(polls).toSeconds() + " s.");
        if (first && unexpected != null) {
            LOG.error("Connection '{}': {}", connection, message, unexpected);
        }
    }

    void works() {
        polls = 0;
        monitor.idle();
    }
}
