/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.people.SessionCall;
import org.kontor.api.people.SessionSignIn;
import org.kontor.core.access.Acting;
import org.kontor.spi.store.SessionEntry;
import org.kontor.spi.store.UnitOfWork;

/**
 * Sign-in by session. A look at the session's and the person's rows with each request keeps changes immediate; uses are noted
 * in a thread of their own.
 */
@Component
public final class SessionSignInService implements SessionSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SessionSignInService.class);

    private final UnitOfWork unitOfWork;
    private final SessionSettings settings;
    private final Clock clock;
    private final Executor executor;
    private final Runnable closing;
    private final OnceAMinute noted = new OnceAMinute();

    @Activate
    public SessionSignInService(@Reference UnitOfWork unitOfWork, @Reference SessionSettings settings) {
        ThreadPoolExecutor thread = Aside.thread("kontor-session-uses");
        this.unitOfWork = unitOfWork;
        this.settings = settings;
        this.clock = Clock.systemUTC();
        this.executor = thread;
        this.closing = thread::shutdown;
    }

    /** One that notes in the threads of the executor. */
    public SessionSignInService(UnitOfWork unitOfWork, SessionSettings settings, Executor executor, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.settings = settings;
        this.clock = clock;
        this.executor = executor;
        this.closing = () -> {};
    }

    @Deactivate
    public void close() {
        closing.run();
    }

    @Override
    public Optional<SessionCall> bySecret(String secret) {
        if (!RandomSecret.isOne(secret)) {
            return Optional.empty();
        }
        String hash = RandomSecret.hash(secret);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<SessionEntry> entry = unitOfWork
                .read(transaction -> transaction.sessions().byHash(hash))
                .filter(found -> RandomSecret.matches(secret, found.hash()))
                .filter(found -> counts(found, now));
        entry.ifPresent(found -> noteUse(found, now));
        return entry.flatMap(found -> unitOfWork
                .read(transaction -> Acting.atHome(transaction, found.owner(), null))
                .map(actor -> new SessionCall(settings.session(found), actor, CsrfToken.of(secret))));
    }

    private boolean counts(SessionEntry found, Instant now) {
        return settings.session(found).counts(now)
                && !found.owner().disabled()
                && found.credentialVersion() == found.owner().credentialVersion();
    }

    private void noteUse(SessionEntry session, Instant now) {
        if (session.lastUsed().isBefore(now.minus(OnceAMinute.PERIOD)) && noted.isDue(session.id(), now)) {
            executor.execute(() -> write(session.id(), now));
        }
    }

    private void write(UUID session, Instant at) {
        try {
            unitOfWork.write(SystemCall.CONTEXT, transaction -> {
                transaction.sessions().used(session, at);
                return null;
            });
        } catch (RuntimeException e) {
            LOG.info("The use of a session was not noted: {}", e.getMessage());
        }
    }
}
