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
import org.kontor.camel.ViewedConnector;
import org.kontor.mapping.MappingSources;
import org.kontor.spi.sync.KeySweep;
import org.kontor.spi.sync.Outbound;
import org.kontor.spi.sync.RemoteView;

/** Connections of kind {@code tryton}. */
@Component(service = Connector.class)
public final class TrytonConnector implements ViewedConnector {
    private final MappingSources mappings;
    private final Outbound outbound;
    private final KeySweep keySweep;

    @Activate
    public TrytonConnector(
            @Reference MappingSources mappings, @Reference Outbound outbound, @Reference KeySweep keySweep) {
        this.keySweep = keySweep;
        this.outbound = outbound;
        this.mappings = mappings;
    }

    @Override
    public String kind() {
        return "tryton";
    }

    @Override
    public RoutesBuilder routes(Connection connection) {
        return new TrytonRoutes(
                connection,
                TrytonSettings.from(connection.settings()),
                mappings,
                outbound,
                keySweep,
                Clock.systemUTC(),
                System::nanoTime);
    }

    @Override
    public List<CheckStep> check(Connection connection, CamelContext scratch) {
        return new TrytonCheck(connection, TrytonSettings.from(connection.settings()), mappings, scratch).steps();
    }

    @Override
    public RemoteView view(Connection connection, CamelContext scratch) {
        return new TrytonSight(connection, TrytonSettings.from(connection.settings()), mappings, scratch);
    }
}
