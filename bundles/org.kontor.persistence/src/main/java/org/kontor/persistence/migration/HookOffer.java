/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.persistence.migration;

import java.util.Hashtable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.ops4j.pax.jdbc.hook.PreHook;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Offers the migration to Pax JDBC as the hook that the data source waits for. Pax JDBC makes the data source once, and gives
 * up for good when the database does not answer the hook. So the hook is then taken back and offered again. Never before
 * that: it would make a second data source beside the one that is being made. In a thread of its own: a database that is away
 * must not hold up the start of Karaf.
 */
@Component(service = {})
public final class HookOffer {
    private static final int LOOK = 2;
    private static final int FIRST_PAUSE = 2;
    private static final int LONGEST_PAUSE = 30;
    private static final long LONGEST_STOP = 60_000;

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

    /** Comes back when the hook is taken back: who stops bundles one after the other must not meet it half gone. */
    @Deactivate
    void stop() throws InterruptedException {
        stop.countDown();
        thread.join(LONGEST_STOP);
    }

    private void work() {
        try {
            int pause = FIRST_PAUSE;
            boolean on = true;
            while (on) {
                on = offerUntilUnanswered() && !stop.await(pause, TimeUnit.SECONDS);
                pause = Math.min(2 * pause, LONGEST_PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return false when it is to end */
    private boolean offerUntilUnanswered() throws InterruptedException {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(PreHook.KEY_NAME, "kontor");
        migration.forget();
        // Pax JDBC may make the data source within this call
        ServiceRegistration<PreHook> offer = context.registerService(PreHook.class, migration, properties);
        try {
            boolean on = true;
            while (on && !migration.isUnanswered()) {
                on = !stop.await(LOOK, TimeUnit.SECONDS);
            }
            return on;
        } finally {
            offer.unregister();
        }
    }
}
