/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.alerts.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.account.Account;
import org.kontor.api.alert.Alert;
import org.kontor.api.alert.Alerts;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.error.KontorException;
import org.kontor.spi.alert.AlertSource;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.UnitOfWork;

/** Looks, notes and sends, in one thread, while alerts are on; a change of the settings makes a new one. */
@Component(service = Alerts.class, immediate = true, configurationPid = AlertSettings.PID)
@Designate(ocd = AlertSettings.class)
public final class AlertDesk implements Alerts {
    private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final CallContext SELF = CallContext.of(
            new Actor(
                    UUID.nameUUIDFromBytes("alerts".getBytes(StandardCharsets.UTF_8)),
                    "alerts",
                    Account.OPERATOR,
                    Set.of(Role.INTEGRATION)),
            Source.SYSTEM);

    private final UnitOfWork unitOfWork;
    private final boolean enabled;
    private final List<Channel> channels;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kontor-alerts"));

    /** They come and go with those who have something to tell. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<AlertSource> sources = List.of();

    @Activate
    public AlertDesk(@Reference UnitOfWork unitOfWork, AlertSettings settings) {
        this.unitOfWork = unitOfWork;
        this.enabled = settings.enabled();
        this.channels = channels(settings);
        if (enabled) {
            Watch watch = new Watch(unitOfWork, SELF, channels, Duration.ofSeconds(settings.calmSeconds()));
            Outbox outbox = new Outbox(unitOfWork, SELF, channels, Duration.ofHours(settings.giveUpHours()));
            int pause = Math.max(1, Math.min(3600, settings.lookSeconds()));
            worker.scheduleWithFixedDelay(() -> turn(watch, outbox), 1, pause, TimeUnit.SECONDS);
        }
    }

    /** Wrong settings of a channel are said, and nothing is sent; alerts are noted all the same. */
    private static List<Channel> channels(AlertSettings settings) {
        try {
            return Channels.of(settings);
        } catch (IllegalArgumentException e) {
            LOG.error("etc/org.kontor.alerts.cfg: {} No alert is sent.", e.getMessage());
            return List.of();
        }
    }

    private void turn(Watch watch, Outbox outbox) {
        try {
            Instant now = Ids.now();
            watch.look(sources, now);
            outbox.send(now, () -> !worker.isShutdown());
            unitOfWork.write(SELF, transaction -> {
                transaction.alerts().forget(now.minus(KEPT));
                return null;
            });
        } catch (KontorException e) {
            LOG.warn("Alerts cannot be looked at now: {}", e.getMessage());
        } catch (RuntimeException e) {
            // it would never look again
            LOG.error("Alerts cannot be looked at", e);
        }
    }

    @Override
    public boolean enabled() {
        return enabled;
    }

    @Override
    public List<Alert> list(CallContext context, boolean all, int limit) {
        context.requireAdministrator();
        if (limit < 1 || limit > MAX_LISTED) {
            throw KontorException.invalid(
                    "limit", "out_of_range", "Must be from 1 to " + MAX_LISTED + ".", String.valueOf(limit));
        }
        return unitOfWork.read(transaction -> transaction.alerts().list(all, limit));
    }

    @Override
    public List<Tried> test(CallContext context) {
        context.requireAdministrator();
        return channels.stream().map(AlertDesk::tried).toList();
    }

    private static Tried tried(Channel channel) {
        try {
            channel.send(Letter.test(Ids.next(), Ids.now()));
            return new Tried(channel.name(), channel.target(), null);
        } catch (ChannelException e) {
            return new Tried(channel.name(), channel.target(), e.getMessage());
        }
    }

    /** What is being sent ends first; no thread is interrupted inside the database. */
    @Deactivate
    public void close() throws InterruptedException {
        worker.shutdown();
        worker.awaitTermination(1, TimeUnit.MINUTES);
    }
}
