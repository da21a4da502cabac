/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountType;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.provider.Party;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.api.support.NewSupportSession;
import org.kontor.api.support.SupportSession;
import org.kontor.api.support.SupportSessionQuery;
import org.kontor.api.support.SupportSessionState;
import org.kontor.api.support.SupportSessions;
import org.kontor.core.access.Insider;
import org.kontor.core.people.RequestMails;
import org.kontor.core.record.AccountRule;
import org.kontor.core.record.Cursors;
import org.kontor.spi.page.Pages;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.Person;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.Standing;
import org.kontor.spi.store.SupportVisit;
import org.kontor.spi.store.SupportVisitChange;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Looks after support sessions. */
@Component
public final class SupportDesk implements SupportSessions {
    private final UnitOfWork unitOfWork;
    private final Cursors cursors;
    private final Clock clock;

    @Activate
    public SupportDesk(@Reference UnitOfWork unitOfWork, @Reference Cursors cursors) {
        this(unitOfWork, cursors, Clock.systemUTC());
    }

    public SupportDesk(UnitOfWork unitOfWork, Cursors cursors, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** To the microsecond: what both databases keep. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public SupportSession request(CallContext context, NewSupportSession wanted) {
        context.requireReader();
        Insider.requireMore(context);
        NewSupportSession checked = SupportRules.checked(wanted);
        Insider.refuseInSession(context);
        if (!context.actor().enters()) {
            throw new KontorException(
                    ErrorCode.ACCESS_DENIED,
                    "Sessions are asked for from an account that '"
                            + context.actor().name() + "' is a member of.");
        }
        Instant now = now();
        return unitOfWork.write(context, transaction -> {
            Account account = AccountRule.known(context, transaction, checked.account());
            if (!AccountType.ofCustomers().contains(account.accountType())) {
                throw KontorException.invalid(
                        "account",
                        "not_a_customer",
                        "Sessions are held in accounts of customers.",
                        account.accountType().name());
            }
            Standing standing = transaction.members().standing(context.actor().id(), account.id());
            if (account.id().equals(context.scope())
                    || !standing.own().isEmpty()
                    || !standing.atProviders().isEmpty()) {
                throw KontorException.invalid(
                        "account",
                        "member",
                        "You enter this account without a session.",
                        account.id().toString());
            }
            // who comes second finds the first one open
            transaction.lock(RecordType.ACCOUNT, List.of(account.id()));
            if (transaction
                    .supportVisits()
                    .hasOpen(account.id(), context.actor().id(), now)) {
                throw KontorException.invalid(
                        "account",
                        "taken",
                        "You have an open session there, or a request for one.",
                        account.id().toString());
            }
            Instant last = transaction
                    .supportVisits()
                    .lastRequested(account.id(), context.actor().id())
                    .orElse(null);
            SupportVisit visit = add(context, transaction, account, checked, now);
            RequestMails.tell(
                    transaction,
                    context,
                    account,
                    "support_session",
                    Map.of(
                            "account", visit.accountName(),
                            "partner", visit.askedFromName(),
                            "minutes", String.valueOf(visit.minutes()),
                            "reason", visit.reason()),
                    last,
                    now);
            return shown(visit);
        });
    }

    private static SupportVisit add(
            CallContext context, WriteTransaction transaction, Account account, NewSupportSession wanted, Instant now) {
        Person person = transaction
                .people()
                .byId(context.actor().id())
                .orElseThrow(() -> new KontorException(
                        ErrorCode.ACCESS_DENIED,
                        "'" + context.actor().name() + "' is no person, so enters no account."));
        SupportVisit visit = new SupportVisit(
                Ids.next(),
                account.id(),
                account.name(),
                context.scope(),
                AccountRule.known(context, transaction, context.scope()).name(),
                person.id(),
                person.login(),
                person.displayName(),
                wanted.reason(),
                wanted.minutes(),
                wanted.role(),
                now,
                now.plus(Duration.ofHours(ANSWER_HOURS)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                SupportSessionState.REQUESTED);
        transaction.save(new SupportVisitChange(
                null,
                visit,
                List.of(
                        new FieldChange("person", null, visit.login()),
                        new FieldChange("askedFrom", null, visit.askedFrom().toString()),
                        new FieldChange("reason", null, visit.reason()),
                        new FieldChange("minutes", null, String.valueOf(visit.minutes())),
                        new FieldChange("role", null, visit.role().name()),
                        new FieldChange("state", null, visit.state().name()))));
        return visit;
    }

    @Override
    public Page<SupportSession> find(CallContext context, SupportSessionQuery query) {
        context.requireReader();
        Cursors.checkLimit(query.limit(), Pages.MAX_LIMIT);
        String list = "support-sessions " + context.scope() + " " + query.state();
        UUID before = query.cursor() == null ? null : UUID.fromString(cursors.open(list, query.cursor()));
        Instant now = now();
        List<SupportSession> rows = unitOfWork.read(transaction -> {
            if (!context.actor().enters() || Insider.isGuest(transaction, context)) {
                throw new KontorException(
                        ErrorCode.NOT_FOUND,
                        "There is nothing of this account for '"
                                + context.actor().name() + "', who is no member of it.");
            }
            return transaction
                    .supportVisits()
                    .around(context.scope(), query.state(), before, query.limit() + 1, now)
                    .stream()
                    .map(SupportDesk::shown)
                    .toList();
        });
        return cursors.page(list, query.limit(), rows, row -> row.id().toString());
    }

    @Override
    public SupportSession get(CallContext context, UUID id) {
        context.requireReader();
        Instant now = now();
        return unitOfWork.read(transaction -> {
            SupportVisit visit = transaction.supportVisits().byId(id, now).orElseThrow(() -> notFound(id));
            requireSeen(context, transaction, visit);
            return shown(visit);
        });
    }

    private static KontorException notFound(UUID id) {
        return new KontorException(ErrorCode.NOT_FOUND, "There is no support session with the id " + id + ".");
    }

    /** Seen by who asked, and by the members of the two accounts; others who are inside do not learn of it. */
    private static void requireSeen(CallContext context, ReadTransaction transaction, SupportVisit visit) {
        boolean side =
                visit.account().equals(context.scope()) || visit.askedFrom().equals(context.scope());
        boolean mine = visit.person().equals(context.actor().id());
        if (!side || !context.actor().enters() || !mine && Insider.isGuest(transaction, context)) {
            throw notFound(visit.id());
        }
    }

    @Override
    public SupportSession grant(CallContext context, UUID id) {
        return answered(context, id, true);
    }

    @Override
    public SupportSession refuse(CallContext context, UUID id) {
        return answered(context, id, false);
    }

    private SupportSession answered(CallContext context, UUID id, boolean granted) {
        context.requirePeople();
        Instant now = now();
        return changed(context, id, now, (transaction, visit) -> {
            if (!visit.account().equals(context.scope())) {
                throw new KontorException(
                        ErrorCode.ACCESS_DENIED, "The administrators of the account that is to be entered answer.");
            }
            Insider.requireAdministrator(transaction, context);
            if (visit.person().equals(context.actor().id())) {
                throw new KontorException(ErrorCode.ACCESS_DENIED, "Nobody answers their own request.");
            }
            require(visit, List.of(SupportSessionState.REQUESTED));
            return visit.answered(granted, context.actor().id(), context.actor().name(), now);
        });
    }

    @Override
    public SupportSession end(CallContext context, UUID id) {
        context.requireReader();
        Insider.requireMore(context);
        Instant now = now();
        return changed(context, id, now, (transaction, visit) -> {
            if (!visit.person().equals(context.actor().id())) {
                Insider.requireAdministrator(transaction, context);
            }
            require(visit, List.of(SupportSessionState.REQUESTED, SupportSessionState.ACTIVE));
            return visit.ended(context.actor().name(), now);
        });
    }

    private static void require(SupportVisit visit, List<SupportSessionState> states) {
        if (!states.contains(visit.state())) {
            throw new KontorException(
                    ErrorCode.ALREADY_DECIDED, "The session is " + visit.state() + " already. Ask for a new one.");
        }
    }

    private SupportSession changed(
            CallContext context, UUID id, Instant now, BiFunction<ReadTransaction, SupportVisit, SupportVisit> change) {
        return unitOfWork.write(context, transaction -> {
            SupportVisit before = transaction.supportVisits().locked(id, now).orElseThrow(() -> notFound(id));
            requireSeen(context, transaction, before);
            SupportVisit after = change.apply(transaction, before);
            List<FieldChange> shown = new ArrayList<>();
            shown.add(new FieldChange(
                    "state", before.state().name(), after.state().name()));
            if (after.ends() != null && before.ends() == null) {
                shown.add(new FieldChange("ends", null, after.ends().toString()));
            }
            transaction.save(new SupportVisitChange(before, after, shown));
            return shown(after);
        });
    }

    private static SupportSession shown(SupportVisit visit) {
        return new SupportSession(
                visit.id(),
                new Party(visit.account(), visit.accountName()),
                new Party(visit.askedFrom(), visit.askedFromName()),
                visit.person(),
                visit.login(),
                visit.personName(),
                visit.reason(),
                visit.minutes(),
                visit.role(),
                visit.state(),
                visit.requested(),
                visit.answerBy(),
                visit.answered(),
                visit.answeredByLogin(),
                visit.ends(),
                visit.ended(),
                visit.endedBy());
    }
}
