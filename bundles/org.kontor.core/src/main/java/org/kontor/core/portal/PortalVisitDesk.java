/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.portal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.account.Account;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.call.Source;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.portal.Portal;
import org.kontor.api.portal.PortalVisit;
import org.kontor.api.portal.PortalVisitor;
import org.kontor.api.portal.PortalVisits;
import org.kontor.api.record.RecordType;
import org.kontor.core.access.Acting;
import org.kontor.core.people.RandomSecret;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.PortalEntry;
import org.kontor.spi.store.ServerSecrets;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.VisitChange;
import org.kontor.spi.store.VisitEntry;
import org.kontor.spi.store.WriteTransaction;

/** Begins visits, and tells portals who comes. */
@Component
public final class PortalVisitDesk implements PortalVisits {
    /** For so long it is told that a code has expired or was used; then nothing is known of it. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final UnitOfWork unitOfWork;
    private final VisitSettings settings;
    private final VisitCodes codes;
    private final Clock clock;

    @Activate
    public PortalVisitDesk(
            @Reference UnitOfWork unitOfWork, @Reference ServerSecrets secrets, @Reference VisitSettings settings) {
        this(unitOfWork, secrets, settings, Clock.systemUTC());
    }

    /** One that goes by the clock. */
    public PortalVisitDesk(UnitOfWork unitOfWork, ServerSecrets secrets, VisitSettings settings, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.settings = settings;
        this.codes = new VisitCodes(secrets);
        this.clock = clock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public PortalVisit visit(CallContext context, UUID account) {
        if (context.actor().token() != null) {
            throw new KontorException(ErrorCode.ACCESS_DENIED, "Not with a token: a person visits, and no program.");
        }
        Instant now = now();
        CallContext there = unitOfWork.read(transaction -> Acting.within(transaction, context, account));
        return unitOfWork.write(there, transaction -> {
            requireEntry(context, transaction, account);
            // one after the other, so that the bound holds
            Person person = transaction
                    .people()
                    .locked(context.actor().id())
                    .filter(one -> !one.disabled())
                    .orElseThrow(() -> nowhere(account));
            Portal portal = transaction
                    .portals()
                    .of(account)
                    .map(PortalEntry::portal)
                    .orElseThrow(() -> new KontorException(
                            ErrorCode.NO_PORTAL, "The account has no portal. Who manages it sets one up."));
            transaction.portals().forgetVisits(account, now.minus(REMEMBERED));
            if (transaction.portals().open(account, person.id(), now) >= MAX_OPEN) {
                throw new KontorException(
                        ErrorCode.TOO_MANY_REQUESTS, "Too many visits were begun. Try again in a minute.");
            }
            String code = codes.next(account);
            VisitEntry visit = new VisitEntry(
                    Ids.next(), account, person.id(), RandomSecret.hash(code), now.plus(settings.lasting()), null);
            transaction.save(new VisitChange(
                    visit,
                    AuditAction.CREATE,
                    List.of(new FieldChange("visit", null, "(begun by " + person.login() + ")"))));
            return new PortalVisit(PortalRules.withCode(portal.url(), code), visit.expires());
        });
    }

    /** To manage it is not enough (requirement P6). */
    private static void requireEntry(CallContext context, WriteTransaction transaction, UUID account) {
        if (!Acting.within(transaction, context, account).actor().enters()) {
            throw nowhere(account);
        }
    }

    private static KontorException nowhere(UUID account) {
        return new KontorException(
                ErrorCode.NOT_FOUND, "There is no account with the id " + account + " that you may enter.");
    }

    @Override
    public PortalVisitor redeem(String secret, String code, String correlation) {
        Portal portal = portal(secret);
        if (!codes.isOne(portal.account(), code)) {
            throw refusal("unknown_code", "Was not made for this portal.");
        }
        Instant now = now();
        CallContext context = new CallContext(actor(portal), null, Source.REST, correlation, null);
        return unitOfWork.write(context, transaction -> {
            VisitEntry visit = transaction
                    .portals()
                    .lockedVisit(RandomSecret.hash(code))
                    .filter(one -> one.account().equals(portal.account()))
                    .orElseThrow(() -> refusal("unknown_code", "Is not known any more."));
            if (visit.redeemed() != null) {
                throw refusal("used", "Was used before.");
            }
            if (!now.isBefore(visit.expires())) {
                throw refusal("expired", "Has expired. A new visit has a new one.");
            }
            PortalVisitor visitor = visitor(transaction, visit);
            transaction.save(new VisitChange(
                    visit.withRedeemed(now),
                    AuditAction.UPDATE,
                    List.of(new FieldChange("visit", "of " + visitor.login(), "(redeemed)"))));
            return visitor;
        });
    }

    private Portal portal(String secret) {
        if (!PortalSecret.isOne(secret)) {
            throw noPortal();
        }
        String hash = RandomSecret.hash(secret);
        return unitOfWork
                .read(transaction -> transaction.portals().bySecret(hash))
                .filter(entry -> RandomSecret.matches(secret, entry.secretHash()))
                .map(PortalEntry::portal)
                .orElseThrow(PortalVisitDesk::noPortal);
    }

    private static KontorException noPortal() {
        return new KontorException(
                ErrorCode.UNAUTHENTICATED, "Sign in with the portal's secret: Authorization: Bearer kontorportal_….");
    }

    private static KontorException refusal(String rule, String message) {
        return KontorException.invalid("code", rule, message, null);
    }

    /** The portal is nobody that could sign in; its id follows from its account's. */
    private static Actor actor(Portal portal) {
        UUID id = UUID.nameUUIDFromBytes(("portal " + portal.account()).getBytes(StandardCharsets.US_ASCII));
        return new Actor(id, "portal", portal.account(), Set.of());
    }

    /** As the person is at this moment, and not when the visit began. */
    private static PortalVisitor visitor(WriteTransaction transaction, VisitEntry visit) {
        Person person = transaction
                .people()
                .byId(visit.person())
                .filter(one -> !one.disabled())
                .orElseThrow(PortalVisitDesk::noEntry);
        Set<Role> roles = Acting.entering(transaction, person.id(), visit.account());
        if (roles.isEmpty()) {
            throw noEntry();
        }
        Account account = (Account) transaction
                .records()
                .byId(RecordType.ACCOUNT, visit.account(), visit.account())
                .orElseThrow(PortalVisitDesk::noEntry);
        return new PortalVisitor(
                person.id(),
                person.login(),
                person.displayName(),
                person.email(),
                account.id(),
                account.code(),
                account.name(),
                roles);
    }

    private static KontorException noEntry() {
        return refusal("no_entry", "Its person may not enter the account any more.");
    }
}
