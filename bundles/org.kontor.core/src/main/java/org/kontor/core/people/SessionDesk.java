/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.people.BegunSession;
import org.kontor.api.people.NewSession;
import org.kontor.api.people.Session;
import org.kontor.api.people.SessionCall;
import org.kontor.api.people.Sessions;
import org.kontor.api.people.SignIn;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.SessionChange;
import org.kontor.spi.store.SessionEntry;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Begins, lists and ends sessions. */
@Component
public final class SessionDesk implements Sessions {
    private final UnitOfWork unitOfWork;
    private final SignIn signIn;
    private final SessionSettings settings;
    private final Clock clock;

    @Activate
    public SessionDesk(
            @Reference UnitOfWork unitOfWork, @Reference SignIn signIn, @Reference SessionSettings settings) {
        this(unitOfWork, signIn, settings, Clock.systemUTC());
    }

    /** One that goes by the clock. */
    public SessionDesk(UnitOfWork unitOfWork, SignIn signIn, SessionSettings settings, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.signIn = signIn;
        this.settings = settings;
        this.clock = clock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public Optional<BegunSession> begin(NewSession order) {
        // before the password is checked: one that is changed meanwhile begins no session
        Optional<Person> seen = SignInService.mayBeLogin(order.login())
                ? unitOfWork.read(transaction ->
                        transaction.people().byLogin(order.login().toLowerCase(Locale.ROOT)))
                : Optional.empty();
        Optional<Actor> actor = signIn.byPassword(order.login(), order.password());
        if (seen.isEmpty() || actor.isEmpty()) {
            return Optional.empty();
        }
        Person person = seen.get();
        String secret = RandomSecret.next();
        CallContext context = new CallContext(actor.get(), null, order.source(), order.correlation(), null);
        return unitOfWork.write(context, transaction -> {
            Optional<Person> owner = transaction
                    .people()
                    .locked(person.id())
                    .filter(one -> !one.disabled() && one.credentialVersion() == person.credentialVersion());
            return owner.map(one -> begin(transaction, one, secret, order))
                    .map(session ->
                            new BegunSession(secret, new SessionCall(session, actor.get(), CsrfToken.of(secret))));
        });
    }

    /** The person's row is locked, so nobody else begins one for the same meanwhile. */
    private Session begin(WriteTransaction transaction, Person owner, String secret, NewSession order) {
        Instant now = now();
        if (order.replaced() != null && RandomSecret.isOne(order.replaced())) {
            transaction
                    .sessions()
                    .byHash(RandomSecret.hash(order.replaced()))
                    .ifPresent(session -> end(transaction, session));
        }
        makeRoom(transaction, owner.id(), now);
        SessionEntry entry = new SessionEntry(
                Ids.next(),
                RandomSecret.hash(secret),
                owner.credentialVersion(),
                now,
                now,
                shortened(order.client()),
                owner);
        transaction.save(new SessionChange(
                entry,
                AuditAction.CREATE,
                List.of(new FieldChange("session", null, "(begun by " + owner.login() + ")"))));
        return settings.session(entry);
    }

    private void makeRoom(WriteTransaction transaction, UUID owner, Instant now) {
        Predicate<SessionEntry> counts = entry -> settings.session(entry).counts(now);
        List<SessionEntry> there = transaction.sessions().of(owner);
        transaction
                .sessions()
                .forget(there.stream()
                        .filter(counts.negate())
                        .map(SessionEntry::id)
                        .toList());
        there.stream().filter(counts).skip(MAX_LIVE - 1L).forEach(session -> end(transaction, session));
    }

    private static void end(WriteTransaction transaction, SessionEntry session) {
        String owner = session.owner().login();
        transaction.save(new SessionChange(
                session, AuditAction.DELETE, List.of(new FieldChange("session", "of " + owner, "(ended)"))));
    }

    private static String shortened(String client) {
        if (client == null) {
            return null;
        }
        String printable = client.codePoints()
                .filter(one -> !Character.isISOControl(one) && Character.isDefined(one))
                .limit(MAX_CLIENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return printable.isEmpty() ? null : printable;
    }

    @Override
    public List<Session> list(CallContext context) {
        Instant now = now();
        return unitOfWork
                .read(transaction -> transaction.sessions().of(context.actor().id()))
                .stream()
                .filter(entry -> entry.credentialVersion() == entry.owner().credentialVersion())
                .map(settings::session)
                .filter(session -> session.counts(now))
                .toList();
    }

    @Override
    public void end(CallContext context, UUID id) {
        if (end(context, session -> session.id().equals(id)) == 0) {
            throw new KontorException(ErrorCode.NOT_FOUND, "There is no session of this id.");
        }
    }

    @Override
    public int endOthers(CallContext context, UUID kept) {
        return end(context, session -> !session.id().equals(kept));
    }

    private int end(CallContext context, Predicate<SessionEntry> which) {
        return unitOfWork.write(context, transaction -> {
            // so that nobody else begins or ends one meanwhile
            transaction.people().locked(context.actor().id());
            List<SessionEntry> ending = transaction
                    .sessions()
                    .of(context.actor().id())
                    .stream()
                    .filter(which)
                    .toList();
            ending.forEach(session -> end(transaction, session));
            return ending.size();
        });
    }
}
