/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.provider;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import org.kontor.api.account.Account;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.provider.MspLink;
import org.kontor.api.provider.MspLinkQuery;
import org.kontor.api.provider.MspLinkSide;
import org.kontor.api.provider.MspLinkState;
import org.kontor.api.provider.MspLinks;
import org.kontor.api.record.Page;
import org.kontor.api.record.RecordType;
import org.kontor.core.access.Insider;
import org.kontor.core.people.RequestMails;
import org.kontor.core.record.AccountRule;
import org.kontor.core.record.Cursors;
import org.kontor.spi.page.Pages;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.ProviderLink;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.UnitOfWork;
import org.kontor.spi.store.WriteTransaction;

/** Connects accounts to managed service providers. */
@Component
public final class MspLinkDesk implements MspLinks {
    private final UnitOfWork unitOfWork;
    private final Cursors cursors;

    @Activate
    public MspLinkDesk(@Reference UnitOfWork unitOfWork, @Reference Cursors cursors) {
        this.unitOfWork = unitOfWork;
        this.cursors = cursors;
    }

    @Override
    public MspLink request(CallContext context, UUID account, UUID provider) {
        context.requireWriter();
        if (account == null && provider == null) {
            throw KontorException.invalid("provider", "required", "Give the provider, or the account.", null);
        }
        UUID customers = account == null ? context.scope() : account;
        UUID providers = provider == null ? context.scope() : provider;
        return unitOfWork.write(context, transaction -> {
            boolean byProvider = providers.equals(context.scope());
            if (byProvider) {
                Insider.requireAdministrator(transaction, context);
            } else {
                AccountRule.known(context, transaction, customers);
                requireForAccount(context, transaction, customers);
            }
            transaction.lock(RecordType.ACCOUNT, List.of(customers));
            Account linked = ProviderLinks.anywhere(transaction, customers)
                    .filter(found ->
                            !byProvider || ProviderLinks.mayBeLinked(found) && !found.closed() && !found.archived())
                    .orElseThrow(() -> ProviderLinks.unknown("account", "customer's account", customers));
            if (!ProviderLinks.mayBeLinked(linked)) {
                throw KontorException.invalid(
                        "account",
                        "not_linked",
                        "Only accounts of the type CUSTOMER in the stage CUSTOMER are linked, and no labs.",
                        customers.toString());
            }
            AccountRule.requireOpen(linked);
            Account partner = ProviderLinks.partner(transaction, "provider", providers);
            UUID person = context.actor().id();
            Instant last = transaction
                    .providerLinks()
                    .newest(linked.id(), partner.id())
                    .map(ProviderLink::requested)
                    .orElse(null);
            ProviderLink link = ProviderLinks.add(
                    transaction,
                    context,
                    linked,
                    partner,
                    byProvider ? MspLinkSide.PROVIDER : MspLinkSide.ACCOUNT,
                    !byProvider && speaksFor(context, transaction, customers) ? person : null,
                    byProvider ? person : null);
            for (MspLinkSide side : MspLinkSide.values()) {
                if (!link.isAgreedBy(side)) {
                    RequestMails.tell(
                            transaction,
                            context,
                            side == MspLinkSide.ACCOUNT ? linked : partner,
                            "msp_link",
                            Map.of("account", linked.name(), "partner", partner.name()),
                            last,
                            link.requested());
                }
            }
            return ProviderLinks.shown(link, context.scope());
        });
    }

    /** Its own administrators, or who manages it from above. */
    private static void requireForAccount(CallContext context, ReadTransaction transaction, UUID account) {
        Insider.refuseInSession(context);
        boolean own = account.equals(context.scope()) && Insider.administers(transaction, context);
        if (!own && !AccountRule.mayManage(context, account)) {
            throw denied("This is decided by the administrators of the account, and by those who manage it.");
        }
    }

    /** Who manages an account does not by that enter it, so lets nobody in once there are people of its own (P6). */
    private static boolean speaksFor(CallContext context, ReadTransaction transaction, UUID account) {
        return account.equals(context.scope()) && Insider.administers(transaction, context)
                || transaction.members().isAwaited(account);
    }

    private static KontorException denied(String why) {
        return new KontorException(ErrorCode.ACCESS_DENIED, why);
    }

    @Override
    public Page<MspLink> find(CallContext context, MspLinkQuery query) {
        context.requireReader();
        Cursors.checkLimit(query.limit(), Pages.MAX_LIMIT);
        String list = "msp-links " + context.scope() + " " + query.account() + " " + query.state();
        UUID before = query.cursor() == null ? null : UUID.fromString(cursors.open(list, query.cursor()));
        UUID account = query.account() == null ? context.scope() : query.account();
        List<MspLink> rows = unitOfWork.read(transaction -> {
            AccountRule.known(context, transaction, account);
            requireNoVisitor(context, transaction);
            boolean inside = account.equals(context.scope()) && context.actor().enters();
            return transaction.providerLinks().of(account, inside, query.state(), before, query.limit() + 1).stream()
                    .map(link -> ProviderLinks.shown(link, context.scope()))
                    .toList();
        });
        return cursors.page(list, query.limit(), rows, row -> row.id().toString());
    }

    @Override
    public MspLink get(CallContext context, UUID id) {
        context.requireReader();
        return unitOfWork.read(transaction -> {
            ProviderLink link = transaction.providerLinks().byId(id).orElseThrow(() -> notFound(id));
            requireSeen(context, transaction, link);
            return ProviderLinks.shown(link, context.scope());
        });
    }

    private static KontorException notFound(UUID id) {
        return new KontorException(ErrorCode.NOT_FOUND, "There is no link with the id " + id + ".");
    }

    /** A provider's people see at the provider what they have to do with, not who else does. */
    private static void requireNoVisitor(CallContext context, ReadTransaction transaction) {
        if (Insider.isVisitor(transaction, context)) {
            throw new KontorException(
                    ErrorCode.NOT_FOUND,
                    "There are no links here for '" + context.actor().name() + "'. Look at your own account.");
        }
    }

    /** Seen by the provider's people, and by who is at home in the account or manages it. */
    private static void requireSeen(CallContext context, ReadTransaction transaction, ProviderLink link) {
        boolean asProvider =
                link.provider().equals(context.scope()) && context.actor().enters();
        if (!asProvider
                && transaction
                        .records()
                        .byId(RecordType.ACCOUNT, context.scope(), link.account())
                        .isEmpty()) {
            throw notFound(link.id());
        }
        requireNoVisitor(context, transaction);
    }

    @Override
    public MspLink accept(CallContext context, UUID id) {
        return changed(context, id, (transaction, link) -> {
            MspLinkSide side = side(context, transaction, link);
            requireAsked(link, side);
            UUID person = context.actor().id();
            if (person.equals(link.asker())
                    || person.equals(link.agreedForAccount())
                    || person.equals(link.agreedForProvider())) {
                throw denied("Nobody accepts what they asked for themselves.");
            }
            if (side == MspLinkSide.ACCOUNT && !speaksFor(context, transaction, link.account())) {
                throw denied("The account has people of its own: one of its administrators accepts.");
            }
            AccountRule.requireOpen(
                    ProviderLinks.anywhere(transaction, link.account()).orElse(null));
            return link.agreed(side, person, Ids.now());
        });
    }

    @Override
    public MspLink decline(CallContext context, UUID id) {
        return changed(context, id, (transaction, link) -> {
            MspLinkSide side = side(context, transaction, link);
            requireAsked(link, side);
            return link.over(MspLinkState.DECLINED, Ids.now());
        });
    }

    @Override
    public MspLink revoke(CallContext context, UUID id) {
        return changed(context, id, (transaction, link) -> {
            MspLinkSide side = side(context, transaction, link);
            if (!link.state().isOpen()) {
                throw decided(link);
            }
            if (link.state() == MspLinkState.REQUESTED) {
                return link.over(side == link.askedBy() ? MspLinkState.WITHDRAWN : MspLinkState.DECLINED, Ids.now());
            }
            return link.over(MspLinkState.REVOKED, Ids.now());
        });
    }

    private static void requireAsked(ProviderLink link, MspLinkSide side) {
        if (link.state() != MspLinkState.REQUESTED) {
            throw decided(link);
        }
        if (link.isAgreedBy(side)) {
            throw denied("The other side answers. To take it back, revoke it.");
        }
    }

    private static KontorException decided(ProviderLink link) {
        return new KontorException(
                ErrorCode.ALREADY_DECIDED, "The link is " + link.state() + " and stays so. Ask for a new one.");
    }

    /** For which side the caller answers. */
    private static MspLinkSide side(CallContext context, ReadTransaction transaction, ProviderLink link) {
        if (link.provider().equals(context.scope())) {
            Insider.requireAdministrator(transaction, context);
            return MspLinkSide.PROVIDER;
        }
        requireForAccount(context, transaction, link.account());
        return MspLinkSide.ACCOUNT;
    }

    private MspLink changed(
            CallContext context, UUID id, BiFunction<WriteTransaction, ProviderLink, ProviderLink> change) {
        context.requireWriter();
        return unitOfWork.write(context, transaction -> {
            ProviderLink link = transaction.providerLinks().locked(id).orElseThrow(() -> notFound(id));
            requireSeen(context, transaction, link);
            ProviderLink after = change.apply(transaction, link);
            ProviderLinks.save(transaction, link, after);
            return ProviderLinks.shown(after, context.scope());
        });
    }
}
