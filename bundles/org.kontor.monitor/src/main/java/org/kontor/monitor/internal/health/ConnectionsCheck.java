/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.health;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import org.kontor.api.sync.ConnectionStatus;

/**
 * Every configured connection has started. One that is configured wrongly, or whose system is away, is told, but takes
 * nobody's REST and SOAP away.
 */
final class ConnectionsCheck implements Check {
    /** The connector of route files, which are not configurations. */
    private static final String ROUTE_FILE = "route";

    private final Supplier<List<ConnectionStatus>> connections;
    private final IntSupplier configured;

    /** @param configured how many there should be */
    ConnectionsCheck(Supplier<List<ConnectionStatus>> connections, IntSupplier configured) {
        this.connections = connections;
        this.configured = configured;
    }

    @Override
    public List<Finding> look() {
        List<ConnectionStatus> known = connections.get();
        List<Finding> findings = new ArrayList<>();
        for (ConnectionStatus connection : known) {
            findings.add(finding(connection));
        }
        long started = known.stream()
                .filter(connection -> !connection.connector().equals(ROUTE_FILE))
                .count();
        long unknown = configured.getAsInt() - started;
        if (unknown > 0) {
            findings.add(Finding.missing("connections", unknown + " of them not started yet"));
        }
        return findings;
    }

    private static Finding finding(ConnectionStatus connection) {
        String part = "connection " + connection.name();
        return switch (connection.state()) {
            case IDLE, RUNNING, STOPPED, PAUSED -> Finding.ok(part);
            case STARTING -> Finding.missing(part, "waits for its connector to be installed or started");
            case WAITING -> Finding.troubled(part, "the external system does not answer");
            case FAILED -> Finding.troubled(part, "its configuration is wrong");
        };
    }
}
