/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.monitor.internal.health;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.http.context.ServletContextHelper;

import org.kontor.api.account.Account;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.sync.ConnectionStatus;
import org.kontor.api.sync.Connections;
import org.kontor.http.Door;
import org.kontor.http.OwnContext;
import org.kontor.monitor.internal.Managed;
import org.kontor.spi.store.SchemaState;
import org.kontor.spi.store.StoreCheck;

/**
 * Serves {@code /kontor/health} in a context of its own, so that it answers also while the gate, which needs the database
 * to sign people in, is not there.
 */
@Component(service = Health.class, immediate = true)
public final class Health implements HealthMXBean {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ConfigurationAdmin configurations;
    private final DatabaseCheck database;
    private final Readiness readiness;
    private final Managed managed = new Managed();
    private final OwnContext web;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile SchemaState schema;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile StoreCheck store;

    /** Comes and goes with the synchronisation feature. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Connections connections;

    @Activate
    public Health(
            BundleContext context,
            @Reference ServiceComponentRuntime runtime,
            @Reference ConfigurationAdmin configurations) {
        this.configurations = configurations;
        database = new DatabaseCheck(() -> schema, () -> store, PATIENCE);
        readiness = new Readiness(List.of(
                database,
                new BundlesCheck(context),
                new ComponentsCheck(runtime),
                new ConnectionsCheck(this::connections, this::configured)));
        web = new OwnContext(
                context,
                "kontor-health",
                Door.PATH + "/health",
                new ServletContextHelper(context.getBundle()) {},
                "/*",
                new HealthServlet(readiness));
        managed.show("type=Health", this);
    }

    @Deactivate
    public void close() {
        managed.close();
        web.close();
        database.close();
    }

    @Override
    public boolean isReady() {
        return readiness.report().ready();
    }

    @Override
    public List<String> getMissing() {
        return readiness.report().missing();
    }

    /** Position of the feed, about a second old; empty when the database does not answer. */
    public OptionalLong feedPosition() {
        readiness.report();
        return database.feedPosition();
    }

    /** All connections; none where there is no synchronisation. */
    public List<ConnectionStatus> connections() {
        Connections there = connections;
        if (there == null) {
            return List.of();
        }
        Actor system = new Actor(new UUID(0, 0), "system", Account.OPERATOR, Set.of(Role.READ_ONLY));
        return there.list(CallContext.of(system, Source.SYSTEM));
    }

    /** How many connections are configured; 0 where nobody would start them, which another check tells. */
    private int configured() {
        if (connections == null) {
            return 0;
        }
        try {
            Configuration[] found = configurations.listConfigurations("(service.factoryPid=org.kontor.connection)");
            return found == null ? 0 : found.length;
        } catch (IOException | InvalidSyntaxException e) {
            throw new IllegalStateException("The configurations cannot be listed", e);
        }
    }
}
