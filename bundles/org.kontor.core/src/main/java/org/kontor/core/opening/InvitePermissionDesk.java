/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountField;
import org.kontor.api.account.AccountType;
import org.kontor.api.account.FirstAdministrators.Who;
import org.kontor.api.account.NewAccount;
import org.kontor.api.account.Opening;
import org.kontor.api.account.Stage;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.Actor;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Role;
import org.kontor.api.customer.CustomerField;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.error.Violation;
import org.kontor.api.provider.InvitePermission;
import org.kontor.api.provider.InvitePermissionQuery;
import org.kontor.api.provider.InvitePermissions;
import org.kontor.api.provider.InvitedCustomer;
import org.kontor.api.provider.MspLinkSide;
import org.kontor.api.provider.Party;
import org.kontor.api.record.FieldValues;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.core.access.Insider;
import org.kontor.core.people.Welcome;
import org.kontor.core.provider.ProviderLinks;
import org.kontor.core.record.AccountRule;
import org.kontor.core.record.Cursors;
import org.kontor.core.record.Once;
import org.kontor.spi.page.Pages;
import org.kontor.spi.record.RecordWriter;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.InviteRight;
import org.kontor.spi.store.InviteRightChange;
import org.kontor.spi.store.ProviderLink;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Lets partners invite customers under other partners, and opens the accounts of these customers. */
@Component
public final class InvitePermissionDesk implements InvitePermissions {
    private static final String INVITER = "inviter";

    private final UnitOfWork unitOfWork;
    private final Cursors cursors;
    private final OpeningService openings;

    @Activate
    public InvitePermissionDesk(
            @Reference UnitOfWork unitOfWork, @Reference RecordWriter writer, @Reference Cursors cursors) {
        this.unitOfWork = unitOfWork;
        this.cursors = cursors;
        this.openings = new OpeningService(unitOfWork, writer);
    }

    @Override
    public InvitePermission give(CallContext context, UUID inviter) {
        context.requirePeople();
        if (inviter == null) {
            throw KontorException.invalid(INVITER, "required", "Must be given.", null);
        }
        return unitOfWork.write(context, transaction -> {
            Account partner = AccountRule.known(context, transaction, context.scope());
            AccountRule.requirePartner(partner, "Only a partner lets others invite customers under it.");
            Account invited = ProviderLinks.partner(transaction, INVITER, inviter);
            if (transaction.records().above(partner.id()).contains(invited.id())) {
                throw KontorException.invalid(
                        INVITER,
                        "stands_above",
                        "It is the partner itself or stands above it, and needs no permission.",
                        inviter.toString());
            }
            transaction.lock(RecordType.ACCOUNT, List.of(partner.id()));
            return transaction
                    .inviteRights()
                    .of(partner.id(), invited.id())
                    .map(there -> shown(there, context.scope()))
                    .orElseGet(() -> added(context, transaction, partner, invited));
        });
    }

    private static InvitePermission added(
            CallContext context, WriteTransaction transaction, Account partner, Account inviter) {
        InviteRight right = new InviteRight(
                Ids.next(),
                partner.id(),
                partner.name(),
                inviter.id(),
                inviter.name(),
                context.actor().name(),
                Ids.now());
        transaction.save(new InviteRightChange(
                right,
                true,
                List.of(
                        new FieldChange("partner", null, partner.id().toString()),
                        new FieldChange(INVITER, null, inviter.id().toString()))));
        return shown(right, context.scope());
    }

    @Override
    public void take(CallContext context, UUID id) {
        context.requirePeople();
        unitOfWork.write(context, transaction -> {
            InviteRight right = transaction
                    .inviteRights()
                    .locked(id)
                    .filter(found -> found.partner().equals(context.scope()))
                    .orElseThrow(() -> notFound(id));
            transaction.save(new InviteRightChange(
                    right,
                    false,
                    List.of(
                            new FieldChange("partner", right.partner().toString(), null),
                            new FieldChange(INVITER, right.inviter().toString(), null))));
            return null;
        });
    }

    private static KontorException notFound(UUID id) {
        return new KontorException(
                ErrorCode.NOT_FOUND, "There is no permission to invite customers with the id " + id + ".");
    }

    @Override
    public Page<InvitePermission> find(CallContext context, InvitePermissionQuery query) {
        context.requireReader();
        Cursors.checkLimit(query.limit(), Pages.MAX_LIMIT);
        String list = "invite-permissions " + context.scope() + " " + query.received();
        UUID before = query.cursor() == null ? null : UUID.fromString(cursors.open(list, query.cursor()));
        if (!context.actor().enters()) {
            throw new KontorException(
                    ErrorCode.NOT_FOUND,
                    "There is nothing of this account for '" + context.actor().name() + "', who is no member of it.");
        }
        List<InvitePermission> rows = unitOfWork.read(transaction ->
                transaction.inviteRights().list(context.scope(), query.received(), before, query.limit() + 1).stream()
                        .map(right -> shown(right, context.scope()))
                        .toList());
        return cursors.page(list, query.limit(), rows, row -> row.id().toString());
    }

    private static InvitePermission shown(InviteRight right, UUID viewer) {
        return new InvitePermission(
                right.id(),
                new Party(right.partner(), right.partnerName()),
                new Party(right.inviter(), right.inviterName()),
                viewer.equals(right.partner()) ? right.givenBy() : null,
                right.given());
    }

    @Override
    public InvitedCustomer open(CallContext context, UUID id, NewAccount wanted) {
        context.requireWriter();
        Work work = work(context, id, wanted);
        return unitOfWork.write(context, transaction -> {
            Opening opening =
                    Once.run(context, transaction, OpeningAnswer.FORM, () -> opened(context, transaction, work, true));
            return told(context, transaction, opening);
        });
    }

    @Override
    public InvitedCustomer review(CallContext context, UUID id, NewAccount wanted) {
        context.requireWriter();
        Work work = work(context, id, wanted);
        return Review.of(
                unitOfWork,
                context,
                transaction -> told(context, transaction, opened(context, transaction, work, false)));
    }

    /** What was checked without writing. */
    private record Work(UUID right, CallContext under, NewAccount wanted, Welcome welcome) {}

    private Work work(CallContext context, UUID id, NewAccount wanted) {
        InviteRight right = unitOfWork.read(transaction ->
                known(context, id, transaction.inviteRights().byId(id).orElse(null)));
        check(wanted);
        // what the partner above may do there, for this one opening; nothing of it is told but the new account
        CallContext under = context.as(new Actor(
                context.actor().id(),
                context.actor().name(),
                right.partner(),
                Set.of(Role.CUSTOMER_SUCCESS),
                Set.of(),
                context.actor().token()));
        return new Work(id, under, wanted, Welcome.of(under, wanted.administrators()));
    }

    /** Used by a member of the account that it was given to. */
    private static InviteRight known(CallContext context, UUID id, InviteRight right) {
        if (right == null
                || !right.inviter().equals(context.scope())
                || !context.actor().enters()) {
            throw notFound(id);
        }
        return right;
    }

    /** Whatever refers to what the partner has, or would tell of it, is not for the inviter. */
    private static void check(NewAccount wanted) {
        List<Violation> violations = new ArrayList<>();
        if (wanted.customerId() != null) {
            violations.add(new Violation(
                    "customerId",
                    "new_customer",
                    "Who invites brings a new customer.",
                    wanted.customerId().toString()));
        }
        FieldValues account = wanted.account();
        only("account.type", account.get(AccountField.TYPE), AccountType.CUSTOMER.name(), violations);
        if (account.get(AccountField.STAGE) != null) {
            only("account.stage", account.get(AccountField.STAGE), Stage.CUSTOMER.name(), violations);
        }
        notBy("account.code", account.get(AccountField.CODE), violations);
        if (wanted.customer() != null) {
            notBy("customer.code", wanted.customer().get(CustomerField.CODE), violations);
        }
        Who who = wanted.administrators().who();
        if (who != null && who != Who.CUSTOMER) {
            only("administrators.who", who.name(), Who.CUSTOMER.name(), violations);
        }
        if (wanted.administrators().partnerToo()) {
            violations.add(
                    new Violation("administrators.partnerToo", "not_by_inviter", "Is for the partner alone.", "true"));
        }
        if (!violations.isEmpty()) {
            throw KontorException.invalid(violations);
        }
    }

    private static void only(String field, Object given, String only, List<Violation> violations) {
        if (!only.equals(given)) {
            violations.add(new Violation(
                    field, "not_by_inviter", "Must be " + only + ".", given == null ? null : given.toString()));
        }
    }

    private static void notBy(String field, Object given, List<Violation> violations) {
        if (given != null) {
            violations.add(new Violation(
                    field, "not_by_inviter", "The partner's codes are its own; leave it out.", given.toString()));
        }
    }

    private Opening opened(CallContext context, WriteTransaction transaction, Work work, boolean stored) {
        // who takes the permission back waits, or comes first
        InviteRight right = known(
                context,
                work.right(),
                transaction.inviteRights().locked(work.right()).orElse(null));
        Insider.refuseInSession(context);
        if (ProviderLinks.anywhere(transaction, right.partner())
                .filter(Account::suspended)
                .isPresent()) {
            throw new KontorException(
                    ErrorCode.ACCOUNT_SUSPENDED, "The partner is suspended, and nobody opens accounts under it.");
        }
        Account inviter = ProviderLinks.partner(transaction, INVITER, right.inviter());
        Opening opening = openings.opened(work.under(), transaction, work.wanted(), work.welcome(), stored);
        UUID person = context.actor().id();
        ProviderLinks.add(transaction, context, opening.account(), inviter, MspLinkSide.PROVIDER, person, person);
        return opening;
    }

    private static InvitedCustomer told(CallContext context, ReadTransaction transaction, Opening opening) {
        ProviderLink link = transaction
                .providerLinks()
                .newest(opening.account().id(), context.scope())
                .orElseThrow();
        return new InvitedCustomer(
                opening.stored(),
                opening.account(),
                opening.plan(),
                ProviderLinks.shown(link, context.scope()),
                opening.members(),
                opening.mails());
    }
}
