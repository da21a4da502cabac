/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.route.tryton;

import java.time.Clock;
import java.util.List;

import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.camel.CheckStep;
import org.kontor.camel.Connection;
import org.kontor.camel.Connector;
import org.kontor.mapping.MappingSources;

/** Connections of kind {@code tryton}. */
@Component
public final class TrytonConnector implements Connector {
    private final MappingSources mappings;

    @Activate
    public TrytonConnector(@Reference MappingSources mappings) {
        this.mappings = mappings;
    }

    @Override
    public String kind() {
        return "tryton";
    }

    @Override
    public RoutesBuilder routes(Connection connection) {
        return new TrytonRoutes(
                connection, TrytonSettings.from(connection.settings()), mappings, Clock.systemUTC(), System::nanoTime);
    }

    @Override
    public List<CheckStep> check(Connection connection, CamelContext scratch) {
        return new TrytonCheck(connection.name(), TrytonSettings.from(connection.settings()), mappings, scratch)
                .steps();
    }
}
