/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.signup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.account.FirstAdministrators;
import org.kontor.api.account.NewAccount;
import org.kontor.api.account.Opening;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.FieldValues;
import org.kontor.api.signup.SignUpLink;
import org.kontor.api.signup.SignUpLink.State;
import org.kontor.api.signup.SignUpPage;
import org.kontor.api.signup.SignUpWish;
import org.kontor.api.signup.SignUps;
import org.kontor.api.signup.SignedUp;
import org.kontor.core.opening.OpeningService;
import org.kontor.core.people.Newcomer;
import org.kontor.core.people.RandomSecret;
import org.kontor.core.people.SystemCall;
import org.kontor.core.people.Welcome;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Mail;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.SignUp;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Takes wishes of people who sign up, and opens their accounts when they are confirmed. */
@Component
public final class SignUpDesk implements SignUps {
    private static final Logger LOG = LoggerFactory.getLogger(SignUpDesk.class);
    private static final Duration PERIOD = Duration.ofHours(1);
    /** Mails to an address in that time: others must not fill its letter box. */
    private static final int MOST_OF_EMAIL = 3;
    /** Wishes of a page in that time: a page is no means to send mails by. */
    private static final int MOST_OF_PAGE = 100;

    private static final int TRIES = 5;
    /** As what the new person opens its account in the partner's; it holds that role nowhere. */
    private static final Set<Role> OPENS = Set.of(Role.CUSTOMER_SUCCESS);

    private static final SignUpLink UNKNOWN = new SignUpLink(State.UNKNOWN, null, null);

    private final UnitOfWork unitOfWork;
    private final OpeningService openings;
    private final Clock clock;

    /** A wish with what its link is worth. */
    private record Found(SignUp signUp, SignUpLink link) {}

    @Activate
    public SignUpDesk(@Reference UnitOfWork unitOfWork, @Reference RecordWriter writer) {
        this(unitOfWork, writer, Clock.systemUTC());
    }

    public SignUpDesk(UnitOfWork unitOfWork, RecordWriter writer, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.openings = new OpeningService(unitOfWork, writer);
        this.clock = clock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public UUID page(String name) {
        return unitOfWork.read(transaction -> open(transaction, name)).account();
    }

    private static SignUpPage open(ReadTransaction transaction, String name) {
        return Optional.of(name)
                .filter(SignUpRules::mayBeName)
                .flatMap(known -> transaction.signUps().page(known))
                .filter(transaction.signUps()::isOpen)
                .orElseThrow(() -> new KontorException(ErrorCode.NOT_FOUND, "There is no such sign-up page."));
    }

    @Override
    public void ask(String page, SignUpWish wish) {
        page(page);
        SignUpWish checked = SignUpRules.checked(wish);
        Instant now = now();
        // the same statements for everybody, so that the time of the answer does not tell who is known
        unitOfWork.write(SystemCall.CONTEXT, transaction -> {
            UUID partner = open(transaction, page).account();
            if (transaction.signUps().lockedPage(partner).isEmpty()) {
                throw new KontorException(ErrorCode.NOT_FOUND, "There is no such sign-up page.");
            }
            if (transaction.signUps().askedOf(partner, now.minus(PERIOD)) >= MOST_OF_PAGE) {
                throw new KontorException(
                        ErrorCode.TOO_MANY_REQUESTS, "Too many people sign up at the moment. Try again in an hour.");
            }
            if (transaction.signUps().askedBy(checked.email(), now.minus(PERIOD)) < MOST_OF_EMAIL) {
                add(transaction, partner, checked, now);
            }
            return null;
        });
    }

    /** The mail has nothing of what was typed in: it goes to somebody who perhaps did not do so. */
    private static void add(WriteTransaction transaction, UUID partner, SignUpWish wish, Instant now) {
        UUID id = Ids.next();
        boolean known = transaction.people().byEmail(wish.email()).isPresent();
        transaction
                .signUps()
                .add(new SignUp(
                        id, partner, wish.company(), wish.name(), wish.email(), wish.language(), now, null, null));
        transaction
                .mails()
                .queue(new Mail(
                        Ids.next(),
                        partner,
                        null,
                        wish.email(),
                        known ? "signup-known" : "signup",
                        wish.language(),
                        Map.of(),
                        id,
                        Mail.State.WAITING,
                        0,
                        now,
                        now,
                        null));
    }

    @Override
    public SignUpLink look(String secret) {
        return unitOfWork
                .read(transaction -> found(transaction, secret))
                .map(Found::link)
                .orElse(UNKNOWN);
    }

    private Optional<Found> found(ReadTransaction transaction, String secret) {
        if (!RandomSecret.isOne(secret)) {
            return Optional.empty();
        }
        return transaction
                .signUps()
                .byHash(RandomSecret.hash(secret))
                .filter(kept -> RandomSecret.matches(secret, kept.hash()))
                .map(kept -> found(transaction, kept.signUp()));
    }

    private Found found(ReadTransaction transaction, SignUp signUp) {
        boolean there = transaction
                .signUps()
                .page(signUp.account())
                .filter(transaction.signUps()::isOpen)
                .isPresent();
        if (!there) {
            return new Found(signUp, UNKNOWN);
        }
        State state = signUp.isOpen(now()) ? Newcomer.state(transaction, signUp.email()) : State.OVER;
        String company = state == State.OVER ? null : signUp.company();
        return new Found(signUp, new SignUpLink(state, signUp.account(), company));
    }

    @Override
    public SignedUp confirm(Source source, String secret, char[] password) {
        // whether the person is known may change between the look and the act, also by another wish of the same e-mail
        for (int i = 1; ; i++) {
            Found found =
                    unitOfWork.read(transaction -> found(transaction, secret)).orElse(null);
            if (found == null || !found.link().counts()) {
                return new SignedUp(found == null ? UNKNOWN : found.link(), null, null, false);
            }
            // slow, so outside of the transaction
            String hash = found.link().state() == State.PASSWORD ? Newcomer.hash(password) : null;
            try {
                Optional<SignedUp> done = confirm(source, found, hash);
                if (done.isPresent()) {
                    return done.get();
                }
            } catch (Newcomer.ChangedMeanwhile e) {
                LOG.debug("{} is looked at anew", found.signUp());
            } catch (KontorException e) {
                if (e.code() != ErrorCode.INVALID_INPUT || i >= TRIES) {
                    LOG.error("{} cannot be opened: {} {}", found.signUp(), e.code(), rules(e));
                    throw new KontorException(
                            ErrorCode.UNAVAILABLE, "The account cannot be opened at the moment. Try again later.");
                }
            }
            if (i >= TRIES) {
                throw new KontorException(ErrorCode.UNAVAILABLE, "Not possible at the moment. Try again.");
            }
        }
    }

    private static String rules(KontorException refusal) {
        return refusal.violations().stream()
                .map(one -> one.field() + " " + one.rule())
                .toList()
                .toString();
    }

    /** @return empty when the person is another one by now */
    private Optional<SignedUp> confirm(Source source, Found seen, String hash) {
        SignUp wish = seen.signUp();
        Optional<Newcomer> before = unitOfWork.read(transaction -> Newcomer.of(transaction, wish, hash, Ids.next()));
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Newcomer newcomer = before.get();
        Actor actor = new Actor(newcomer.id(), newcomer.login(), wish.account(), OPENS, Set.of(), null);
        CallContext context = CallContext.of(actor, source);
        return unitOfWork.write(context, transaction -> {
            // whoever comes second finds it done
            Optional<SignUpPage> page = transaction.signUps().lockedPage(wish.account());
            Optional<SignUp> locked = transaction.signUps().locked(wish.id());
            if (page.isEmpty() || locked.isEmpty()) {
                return Optional.of(new SignedUp(UNKNOWN, null, null, false));
            }
            Found now = found(transaction, locked.get());
            if (!now.link().counts()) {
                return Optional.of(new SignedUp(now.link(), null, null, false));
            }
            if (now.link().state() != seen.link().state()) {
                return Optional.empty();
            }
            Opening opening = openings.opened(
                    context, transaction, wanted(transaction, wish, page.get()), Welcome.of(newcomer), true);
            transaction.signUps().done(wish.id(), now());
            return Optional.of(
                    new SignedUp(now.link(), newcomer.login(), opening.account().id(), hash != null));
        });
    }

    private static NewAccount wanted(ReadTransaction transaction, SignUp wish, SignUpPage page) {
        FieldValues.Builder account = FieldValues.builder()
                .set(AccountField.NAME, wish.company())
                .set(AccountField.TYPE, AccountType.CUSTOMER.name());
        if (transaction.people().byLogin(page.changedBy()).isPresent()) {
            account.set(AccountField.RESPONSIBLE, page.changedBy());
        }
        return new NewAccount(
                null,
                FieldValues.builder().set(CustomerField.NAME, wish.company()).build(),
                account.build(),
                page.plan(),
                FirstAdministrators.ME);
    }
}
