/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.spi.store.UnitOfWork;

/**
 * Notes when people signed in last (P7): once a minute for each at most, in a thread of its own. No request waits for it or
 * fails with it. Thread-safe.
 */
@Component(service = LastSignIns.class)
public final class LastSignIns {
    private static final Logger LOG = LoggerFactory.getLogger(LastSignIns.class);

    private final UnitOfWork unitOfWork;
    private final Clock clock;
    private final Executor executor;
    private final Runnable closing;
    private final OnceAMinute noted = new OnceAMinute();

    @Activate
    public LastSignIns(@Reference UnitOfWork unitOfWork) {
        ThreadPoolExecutor thread = Aside.thread("kontor-last-sign-ins");
        this.unitOfWork = unitOfWork;
        this.clock = Clock.systemUTC();
        this.executor = thread;
        this.closing = thread::shutdown;
    }

    /** One that notes in the threads of the executor. */
    public LastSignIns(UnitOfWork unitOfWork, Executor executor, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.executor = executor;
        this.closing = () -> {};
    }

    @Deactivate
    public void close() {
        closing.run();
    }

    void note(UUID person) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (noted.isDue(person, now)) {
            executor.execute(() -> write(person, now));
        }
    }

    private void write(UUID person, Instant at) {
        try {
            unitOfWork.write(SystemCall.CONTEXT, transaction -> {
                transaction.people().noteSignIn(person, at);
                return null;
            });
        } catch (RuntimeException e) {
            LOG.info("The last sign-in of a person was not noted: {}", e.getMessage());
        }
    }
}
