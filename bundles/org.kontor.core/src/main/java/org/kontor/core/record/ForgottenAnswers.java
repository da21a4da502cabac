/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.account.Account;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.spi.store.Answers;
import org.kontor.spi.store.UnitOfWork;

/** Forgets answers that are older than they are kept. Every node may do it at once. */
@Component(service = ForgottenAnswers.class, immediate = true)
public final class ForgottenAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ForgottenAnswers.class);
    private static final int EVERY_MINUTES = 60;

    private final UnitOfWork unitOfWork;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "kontor-forgotten-answers");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ForgottenAnswers(@Reference UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
        timer.scheduleWithFixedDelay(this::forget, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @Deactivate
    public void close() {
        timer.shutdownNow();
    }

    private void forget() {
        try {
            Actor system = new Actor(Account.OPERATOR, "kontor", Account.OPERATOR, java.util.Set.of());
            unitOfWork.write(
                    CallContext.of(system, Source.SYSTEM),
                    transaction -> transaction.answers().forget(Instant.now().minus(Answers.KEPT)));
        } catch (RuntimeException e) {
            LOG.warn("Old answers could not be forgotten; tried again in {} minutes", EVERY_MINUTES, e);
        }
    }
}
