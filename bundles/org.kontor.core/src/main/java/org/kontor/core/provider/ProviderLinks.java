/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.provider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountType;
import org.kontor.api.account.Stage;
import org.kontor.api.audit.FieldChange;
import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.provider.MspLink;
import org.kontor.api.provider.MspLinkSide;
import org.kontor.api.provider.MspLinkState;
import org.kontor.api.provider.Party;
import org.kontor.api.record.RecordType;
import org.kontor.spi.store.Ids;
import org.kontor.spi.store.ProviderLink;
import org.kontor.spi.store.ProviderLinkChange;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.WriteTransaction;

/** What may be linked, and how links are written and shown. Stateless. */
public final class ProviderLinks {
    private static final String ACCOUNT = "account";
    private static final String PROVIDER = "provider";

    private ProviderLinks() {}

    /** An account that the caller need not see: who knows its id may have to do with it. */
    public static Optional<Account> anywhere(ReadTransaction transaction, UUID id) {
        return transaction
                .records()
                .byId(RecordType.ACCOUNT, Account.OPERATOR, id)
                .map(Account.class::cast);
    }

    /**
     * A partner that takes something new, by its id. What it is else is not told.
     *
     * @throws KontorException {@code invalid_input}
     */
    public static Account partner(ReadTransaction transaction, String field, UUID id) {
        return anywhere(transaction, id)
                .filter(found -> found.accountType() == AccountType.PARTNER && !found.closed() && !found.archived())
                .orElseThrow(() -> unknown(field, "partner", id));
    }

    static KontorException unknown(String field, String what, UUID id) {
        return KontorException.invalid(field, "unknown_reference", "There is no such " + what + ".", id.toString());
    }

    /**
     * A link is for one account: others have accounts below them, which would come with it. Into a lab only its partner's people
     * come (requirement A8).
     */
    static boolean mayBeLinked(Account account) {
        return account.accountType() == AccountType.CUSTOMER && account.stage() == Stage.CUSTOMER && !account.lab();
    }

    /**
     * A new link; the account is locked, and may be linked.
     *
     * @param forAccount the person who agrees for the account, or null
     * @param forProvider the person who agrees for the provider, or null
     * @throws KontorException {@code invalid_input}
     */
    public static ProviderLink add(
            WriteTransaction transaction,
            CallContext context,
            Account account,
            Account provider,
            MspLinkSide askedBy,
            UUID forAccount,
            UUID forProvider) {
        if (transaction.records().above(account.id()).contains(provider.id())) {
            throw KontorException.invalid(
                    PROVIDER,
                    "stands_above",
                    "It stands above the account, and manages it by that.",
                    provider.id().toString());
        }
        if (transaction.providerLinks().open(account.id(), provider.id()).isPresent()) {
            throw KontorException.invalid(
                    PROVIDER,
                    "taken",
                    "There is a link between the two already, or a request for one.",
                    provider.id().toString());
        }
        boolean active = forAccount != null && forProvider != null;
        ProviderLink link = new ProviderLink(
                Ids.next(),
                account.id(),
                account.name(),
                provider.id(),
                provider.name(),
                active ? MspLinkState.ACTIVE : MspLinkState.REQUESTED,
                askedBy,
                context.actor().id(),
                forAccount,
                forProvider,
                Ids.now(),
                active ? Ids.now() : null,
                null,
                1);
        List<FieldChange> shown = new ArrayList<>(List.of(
                new FieldChange(ACCOUNT, null, account.id().toString()),
                new FieldChange(PROVIDER, null, provider.id().toString()),
                new FieldChange("askedBy", null, askedBy.name()),
                new FieldChange("state", null, link.state().name())));
        agreed(shown, null, link);
        transaction.save(new ProviderLinkChange(null, link, shown));
        return link;
    }

    static void save(WriteTransaction transaction, ProviderLink before, ProviderLink after) {
        List<FieldChange> shown = new ArrayList<>();
        if (before.state() != after.state()) {
            shown.add(new FieldChange(
                    "state", before.state().name(), after.state().name()));
        }
        agreed(shown, before, after);
        transaction.save(new ProviderLinkChange(before, after, shown));
    }

    /** @param before null for a new one */
    private static void agreed(List<FieldChange> shown, ProviderLink before, ProviderLink after) {
        for (MspLinkSide side : MspLinkSide.values()) {
            if (after.isAgreedBy(side) && (before == null || !before.isAgreedBy(side))) {
                shown.add(new FieldChange("agreed", null, side.name()));
            }
        }
    }

    /**
     * As one side sees it. A provider that asked knows of the account what it knew before, until the other side agreed.
     *
     * @param viewer the account that the call is made for
     */
    public static MspLink shown(ProviderLink link, UUID viewer) {
        boolean unknown = viewer.equals(link.provider())
                && link.askedBy() == MspLinkSide.PROVIDER
                && Stream.of(MspLinkState.ACTIVE, MspLinkState.REVOKED).noneMatch(link.state()::equals);
        return new MspLink(
                link.id(),
                new Party(link.account(), unknown ? null : link.accountName()),
                new Party(link.provider(), link.providerName()),
                link.state(),
                link.askedBy(),
                link.state() == MspLinkState.REQUESTED
                        ? Arrays.stream(MspLinkSide.values())
                                .filter(side -> !link.isAgreedBy(side))
                                .toList()
                        : List.of(),
                link.requested(),
                link.answered(),
                link.ended());
    }
}
