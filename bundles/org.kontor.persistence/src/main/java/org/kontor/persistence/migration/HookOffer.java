/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.migration;

import java.util.Hashtable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.ops4j.pax.jdbc.hook.PreHook;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.spi.store.SchemaState.Phase;

/**
 * Offers the migration to Pax JDBC as the hook that the data source waits for. Pax JDBC makes the data source as soon as it
 * sees the hook, and gives up for good when the database does not answer. So the hook is taken back then and offered again,
 * until there is a data source. In a thread of its own: a database that is away must not hold up the start of Karaf.
 */
@Component(service = {})
public final class HookOffer {
    private static final Logger LOG = LoggerFactory.getLogger(HookOffer.class);
    private static final String DATA_SOURCE = "(osgi.jndi.service.name=kontor)";
    private static final int FIRST_PAUSE = 2;
    private static final int LONGEST_PAUSE = 30;

    private final BundleContext context;
    private final Migration migration;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::work, "kontor-data-source");

    @Activate
    public HookOffer(BundleContext context, @Reference Migration migration) {
        this.context = context;
        this.migration = migration;
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void stop() {
        stop.countDown();
    }

    private void work() {
        try {
            int pause = FIRST_PAUSE;
            boolean again = true;
            while (again) {
                ServiceRegistration<PreHook> offer = offer();
                try {
                    again = !stop.await(pause, TimeUnit.SECONDS);
                    while (again && isTaken()) {
                        again = !stop.await(pause, TimeUnit.SECONDS);
                    }
                } finally {
                    takeBack(offer);
                }
                pause = Math.min(2 * pause, LONGEST_PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Pax JDBC may make the data source within this call. */
    private ServiceRegistration<PreHook> offer() {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(PreHook.KEY_NAME, "kontor");
        return context.registerService(PreHook.class, migration, properties);
    }

    private boolean isTaken() {
        return migration.phase() == Phase.MIGRATING || isThere();
    }

    private boolean isThere() {
        try {
            return !context.getServiceReferences(DataSource.class, DATA_SOURCE).isEmpty();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void takeBack(ServiceRegistration<PreHook> offer) {
        try {
            offer.unregister();
        } catch (IllegalStateException gone) {
            LOG.debug("The bundle is stopped", gone);
        }
    }
}
