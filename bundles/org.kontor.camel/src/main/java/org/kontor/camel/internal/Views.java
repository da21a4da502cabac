/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.camel.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.apache.camel.CamelContext;

import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.sync.ConnectionState;
import org.kontor.camel.Calls;
import org.kontor.camel.Connection;
import org.kontor.camel.Connector;
import org.kontor.camel.SettingException;
import org.kontor.camel.ViewedConnector;
import org.kontor.spi.sync.RemoteView;

/** Views of the systems behind connections, each in a CamelContext of its own. Thread-safe. */
final class Views {
    private final Components components;

    Views(Components components) {
        this.components = components;
    }

    /** Those that are up and have nothing to do, and are to be compared. */
    static Map<String, Duration> scheduled(Collection<ConnectionRunner> runners, Map<String, Connector> connectors) {
        Map<String, Duration> scheduled = new HashMap<>();
        for (ConnectionRunner runner : runners) {
            boolean idle = runner.status().show().state() == ConnectionState.IDLE;
            if (idle && connectors.get(runner.kind()) instanceof ViewedConnector) {
                try {
                    Reconcile.of(runner.settings()).ifPresent(period -> scheduled.put(runner.name(), period));
                } catch (SettingException wrong) {
                    // it does not run with it, and says so
                }
            }
        }
        return scheduled;
    }

    /** @throws KontorException as {@link org.kontor.spi.sync.RemoteViews#look} */
    <T> T look(ConnectionRunner runner, Connector connector, Function<RemoteView, T> work) {
        ViewedConnector viewed = viewed(runner, connector);
        CamelContext scratch = Contexts.scratch("kontor-view-" + runner.name(), viewed.getClass());
        Calls calls = null;
        try {
            calls = runner.callsBeside();
            return work.apply(viewed.view(
                    new Connection(
                            runner.name(),
                            runner.settings(),
                            SilentMonitor.INSTANCE,
                            components.synchronisation(),
                            calls),
                    scratch));
        } catch (SettingException wrong) {
            throw new KontorException(ErrorCode.UNAVAILABLE, wrong.getMessage());
        } finally {
            if (calls != null) {
                calls.close();
            }
            scratch.stop();
        }
    }

    /** @throws KontorException as {@link org.kontor.spi.sync.RemoteViews#check} */
    static ViewedConnector viewed(ConnectionRunner runner, Connector connector) {
        if (connector instanceof ViewedConnector viewed) {
            return viewed;
        }
        if (connector == null && !runner.kind().equals(RouteFile.KIND)) {
            throw new KontorException(
                    ErrorCode.UNAVAILABLE, "The connector of connection '" + runner.name() + "' is not installed.");
        }
        throw KontorException.invalid(
                "connection",
                "not_offered",
                "Connections of the kind '" + runner.kind() + "' cannot be compared.",
                runner.name());
    }
}
