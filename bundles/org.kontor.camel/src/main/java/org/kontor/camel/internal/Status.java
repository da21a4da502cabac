/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.sync.ConnectionState;
import org.kontor.api.sync.ConnectionStatus;
import org.kontor.camel.Monitor;

/** How a connection does; going away and coming back are logged once each. Thread-safe. */
final class Status implements Monitor {
    private static final Logger LOG = LoggerFactory.getLogger("org.kontor.connection");

    private final String name;
    private final String connector;
    private ConnectionState state = ConnectionState.STARTING;
    private Instant since = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private String message;
    /** What is to be mended though all works. */
    private String note;

    private Instant lastSuccess;
    /** Why a newer version does not run, while an older one does; or null. */
    private String broken;

    private Instant brokenSince;
    /** Trouble was logged, and its end not yet. */
    private boolean troubled;

    Status(String name, String connector) {
        this.name = name;
        this.connector = connector;
    }

    @Override
    public synchronized void running() {
        set(ConnectionState.RUNNING, null);
    }

    @Override
    public synchronized void idle() {
        lastSuccess = Instant.now().truncatedTo(ChronoUnit.MICROS);
        set(ConnectionState.IDLE, null);
    }

    @Override
    public synchronized void runFailed() {
        set(ConnectionState.IDLE, null);
    }

    @Override
    public synchronized void waiting(String reason) {
        set(ConnectionState.WAITING, reason);
    }

    synchronized void starting(String reason) {
        set(ConnectionState.STARTING, reason);
    }

    /** Everything is up; routes that ran meanwhile know better. */
    synchronized void started() {
        if (state == ConnectionState.STARTING) {
            set(ConnectionState.IDLE, null);
        }
    }

    synchronized void stopped() {
        set(ConnectionState.STOPPED, null);
    }

    synchronized void paused() {
        set(ConnectionState.PAUSED, null);
    }

    @Override
    public synchronized void note(String word) {
        note = word;
    }

    @Override
    public synchronized void failed(String reason) {
        set(ConnectionState.FAILED, reason);
    }

    /** A newer version does not run; it shows so until there is a better one, however the older one does. */
    synchronized void broken(String reason) {
        if (!reason.equals(broken)) {
            LOG.warn("Connection '{}' is {}: {}", name, ConnectionState.FAILED, reason);
            brokenSince = Instant.now().truncatedTo(ChronoUnit.MICROS);
            broken = reason;
        }
    }

    synchronized void mended() {
        if (broken != null) {
            LOG.info("Connection '{}' is well again", name);
            broken = null;
        }
    }

    private void set(ConnectionState next, String reason) {
        if (state == next && Objects.equals(message, reason)) {
            return;
        }
        if (isTrouble(next) && state != next) {
            LOG.warn("Connection '{}' is {}: {}", name, next, reason);
            troubled = true;
        } else if (troubled && isWell(next)) {
            LOG.info("Connection '{}' is well again", name);
            troubled = false;
        }
        if (state != next) {
            since = Instant.now().truncatedTo(ChronoUnit.MICROS);
        }
        state = next;
        message = reason;
    }

    private static boolean isTrouble(ConnectionState state) {
        return state == ConnectionState.WAITING || state == ConnectionState.FAILED;
    }

    private static boolean isWell(ConnectionState state) {
        return state == ConnectionState.IDLE || state == ConnectionState.RUNNING;
    }

    synchronized ConnectionStatus show() {
        if (broken != null) {
            return new ConnectionStatus(name, connector, ConnectionState.FAILED, brokenSince, broken, lastSuccess);
        }
        return new ConnectionStatus(name, connector, state, since, message == null ? note : message, lastSuccess);
    }
}
