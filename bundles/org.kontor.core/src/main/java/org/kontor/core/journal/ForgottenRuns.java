/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.account.Account;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.spi.store.OldRuns;
import org.kontor.spi.store.UnitOfWork;

/**
 * Takes away runs and their items that were kept long enough (requirement S13). The last run of each connection and type
 * stays. One node does it, once an hour, in small transactions.
 */
@Component(service = ForgottenRuns.class, immediate = true, configurationPid = ForgottenRuns.PID)
@Designate(ocd = ForgottenRuns.Config.class)
public final class ForgottenRuns {
    /** {@code etc/org.kontor.runs.cfg}. */
    @ObjectClassDefinition(name = "Kontor runs", description = "How long runs of connections are kept")
    public @interface Config {
        @AttributeDefinition(
                name = "Days",
                description = "that a run and its items are kept; 0 for ever",
                min = "0",
                max = "36500")
        int keptDays() default 30;

        @AttributeDefinition(
                name = "Days without items",
                description = "that a run is kept in which nothing was created, changed or refused; 0 for ever",
                min = "0",
                max = "36500")
        int keptDaysWithoutItems() default 7;
    }

    static final String PID = "org.kontor.runs";
    private static final Logger LOG = LoggerFactory.getLogger(ForgottenRuns.class);
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int LOOK_MINUTES = 10;
    private static final int MAX_DAYS = 36_500;
    private static final int RUNS = 200;
    private static final int ITEMS = 1000;
    private static final CallContext SYSTEM =
            CallContext.of(new Actor(Account.OPERATOR, "kontor", Account.OPERATOR, Set.of()), Source.SYSTEM);

    private final UnitOfWork unitOfWork;
    private final Clock clock;
    private final int keptDays;
    private final int keptDaysWithoutItems;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "kontor-forgotten-runs");
        thread.setDaemon(true);
        return thread;
    });

    /** @throws IllegalArgumentException when a setting is out of its range */
    @Activate
    public ForgottenRuns(@Reference UnitOfWork unitOfWork, Config config) {
        this(unitOfWork, config.keptDays(), config.keptDaysWithoutItems(), Clock.systemUTC());
        timer.scheduleWithFixedDelay(this::forgetQuietly, 1, LOOK_MINUTES, TimeUnit.MINUTES);
    }

    /** One that does nothing by itself. */
    public ForgottenRuns(UnitOfWork unitOfWork, int keptDays, int keptDaysWithoutItems, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.keptDays = checked("keptDays", keptDays);
        this.keptDaysWithoutItems = checked("keptDaysWithoutItems", keptDaysWithoutItems);
        this.clock = clock;
    }

    private static int checked(String name, int days) {
        if (days < 0 || days > MAX_DAYS) {
            throw new IllegalArgumentException(PID + ": " + name + " must be from 0 to " + MAX_DAYS + ", not " + days);
        }
        return days;
    }

    /** Not by an interrupt, which would close an H2 database; what is under way ends with its step. */
    @Deactivate
    public void close() {
        timer.shutdown();
    }

    private void forgetQuietly() {
        try {
            forget();
        } catch (RuntimeException e) {
            LOG.warn("Old runs could not be removed; tried again in {} minutes", PERIOD.toMinutes(), e);
        }
    }

    /**
     * Removes what is due, unless that was done within the hour.
     *
     * @return how many runs were removed
     */
    public int forget() {
        Instant now = clock.instant();
        if (!write(runs -> runs.claim(now, now.plus(PERIOD)))) {
            return 0;
        }
        return forget(true, keptDaysWithoutItems, now) + forget(false, keptDays, now);
    }

    private int forget(boolean withoutItems, int days, Instant now) {
        if (days == 0) {
            return 0;
        }
        Instant before = now.minus(Duration.ofDays(days));
        int removed = 0;
        UUID after = null;
        List<OldRuns.OldRun> found;
        do {
            UUID seen = after;
            found = write(runs -> runs.find(withoutItems, before, seen, RUNS));
            for (OldRuns.OldRun run : found) {
                after = run.id();
                if (!run.id().equals(write(runs -> runs.last(run.connection(), run.type())))) {
                    removed += remove(run.id());
                }
            }
        } while (found.size() == RUNS && !timer.isShutdown());
        return removed;
    }

    private int remove(UUID run) {
        while (!timer.isShutdown()) {
            if (write(runs -> runs.remove(run, ITEMS))) {
                return 1;
            }
        }
        return 0;
    }

    private <T> T write(Function<OldRuns, T> work) {
        return unitOfWork.write(SYSTEM, transaction -> work.apply(transaction.oldRuns()));
    }
}
