/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Source;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.people.LinkAccounts;
import org.kontor.api.people.PasswordLinks;
import org.kontor.spi.store.LinkReader.Secret;
import org.kontor.spi.store.PasswordLink;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;

/** Sets passwords with links that were mailed. */
@Component
public final class PasswordLinkService implements PasswordLinks, LinkAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordLinkService.class);
    private static final Duration PERIOD = Duration.ofHours(1);
    /** Mails to somebody in that time: others must not fill their letter box. */
    private static final int MOST = 3;

    private static final Source PAGE = new Source(Source.Door.CONSOLE, null);

    private final UnitOfWork unitOfWork;
    private final Clock clock;
    private final Executor executor;
    private final Runnable closing;

    /** A link that counts, with whose it is. */
    private record Found(PasswordLink link, Person person, boolean open) {}

    @Activate
    public PasswordLinkService(@Reference UnitOfWork unitOfWork) {
        ThreadPoolExecutor thread = Aside.thread("kontor-forgotten-passwords");
        this.unitOfWork = unitOfWork;
        this.clock = Clock.systemUTC();
        this.executor = thread;
        this.closing = thread::shutdown;
    }

    /** One that mails in the threads of the executor. */
    public PasswordLinkService(UnitOfWork unitOfWork, Executor executor, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.executor = executor;
        this.closing = () -> {};
    }

    @Deactivate
    public void close() {
        closing.run();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public State look(String secret) {
        return unitOfWork
                .read(transaction -> found(transaction, secret))
                .map(found -> found.open() ? State.OPEN : State.OVER)
                .orElse(State.UNKNOWN);
    }

    @Override
    public Optional<UUID> accountOf(String secret) {
        return unitOfWork.read(transaction -> found(transaction, secret)).map(found -> found.link()
                .account());
    }

    private Optional<Found> found(ReadTransaction transaction, String secret) {
        if (!RandomSecret.isOne(secret)) {
            return Optional.empty();
        }
        Optional<Secret> kept = transaction
                .links()
                .byHash(RandomSecret.hash(secret))
                .filter(one -> RandomSecret.matches(secret, one.hash()));
        return kept.flatMap(one -> transaction
                .people()
                .byId(one.link().person())
                .map(person -> new Found(
                        one.link(), person, !person.disabled() && one.link().counts(one.mail(), now()))));
    }

    @Override
    public State setPassword(String secret, char[] password) {
        Optional<Found> seen = unitOfWork.read(transaction -> found(transaction, secret));
        if (seen.isEmpty() || !seen.get().open()) {
            return seen.isEmpty() ? State.UNKNOWN : State.OVER;
        }
        PersonRules.refuseAny(
                PersonRules.password("password", password).map(List::of).orElse(List.of()));
        // slow, so outside of the transaction
        String hash = PasswordHash.of(password);
        Person known = seen.get().person();
        CallContext context = CallContext.of(new Actor(known.id(), known.login(), known.account(), Set.of()), PAGE);
        return unitOfWork.write(context, transaction -> {
            // whoever comes second finds it used
            Person person = transaction.people().locked(known.id()).orElseThrow();
            if (!found(transaction, secret).filter(Found::open).isPresent()) {
                return State.OVER;
            }
            transaction.wrongPasswords().forget(person.id());
            PersonRegister.update(
                    transaction,
                    person,
                    person.withPassword(hash, seen.get().link().email().equalsIgnoreCase(person.email())));
            return State.OPEN;
        });
    }

    @Override
    public void forgotten(String email, String language) {
        // in another thread, so that the time of the answer tells nothing
        executor.execute(() -> {
            try {
                mail(email, LinkMails.language(language));
            } catch (KontorException e) {
                LOG.warn("Somebody forgot a password and got no mail: {}", e.code());
            } catch (RuntimeException e) {
                LOG.error("Somebody forgot a password and got no mail", e);
            }
        });
    }

    private void mail(String email, String language) {
        List<Violation> violations = new ArrayList<>();
        String checked = PersonRules.email(email, violations);
        if (checked == null || !violations.isEmpty()) {
            return;
        }
        Instant now = now();
        unitOfWork.write(SystemCall.CONTEXT, transaction -> {
            transaction
                    .people()
                    .byEmail(checked)
                    .flatMap(person -> transaction.people().locked(person.id()))
                    .filter(person -> !person.disabled() && checked.equalsIgnoreCase(person.email()))
                    .filter(person -> isAwaited(transaction, person))
                    .filter(person ->
                            transaction.links().made(person.id(), PasswordLink.Kind.PASSWORD, now.minus(PERIOD)) < MOST)
                    .ifPresent(person -> LinkMails.instruct(transaction, SystemCall.CONTEXT, person, language, now));
            return null;
        });
    }

    /** Whoever has no password yet was asked to set one: an address that was mistyped does not come in by asking. */
    private static boolean isAwaited(ReadTransaction transaction, Person person) {
        return person.hasPassword()
                || transaction
                        .links()
                        .isAsked(person.id(), SystemCall.CONTEXT.actor().name());
    }
}
