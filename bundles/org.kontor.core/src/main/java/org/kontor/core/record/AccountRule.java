/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.record;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.kontor.api.account.Account;
import org.kontor.api.account.AccountType;
import org.kontor.api.call.CallContext;
import org.kontor.api.call.Permission;
import org.kontor.api.error.ErrorCode;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.BusinessRecord;
import org.kontor.api.record.RecordType;
import org.kontor.spi.store.ReadTransaction;
import org.kontor.spi.store.WriteTransaction;

/** The account in which something new is made: it is there, and takes new things (requirements C5, A16). Stateless. */
public final class AccountRule {
    private AccountRule() {}

    static void apply(CallContext context, WriteTransaction transaction, List<Candidate> candidates) {
        List<Candidate> made =
                Candidate.open(candidates).stream().filter(Candidate::isNew).toList();
        Set<UUID> below = made.stream()
                .map(candidate -> candidate.account)
                .filter(account -> !account.equals(Account.OPERATOR)) // always there, always open
                .collect(Collectors.toSet());
        if (below.isEmpty()) {
            return;
        }
        transaction.keep(RecordType.ACCOUNT, below);
        Map<UUID, BusinessRecord> accounts = transaction.records().byIds(RecordType.ACCOUNT, context.scope(), below);
        for (Candidate candidate : made) {
            if (!candidate.account.equals(Account.OPERATOR)) {
                KontorException refusal = refusal((Account) accounts.get(candidate.account));
                if (refusal != null) {
                    candidate.refuse(refusal);
                }
            }
        }
    }

    /**
     * The account that the call is made for, which is to have something new.
     *
     * @throws KontorException {@code not_found}; {@code account_closed} or {@code archived} when it takes nothing new
     */
    public static Account open(CallContext context, WriteTransaction transaction) {
        UUID id = context.scope();
        if (!id.equals(Account.OPERATOR)) { // always there, always open
            transaction.keep(RecordType.ACCOUNT, Set.of(id));
        }
        Account account =
                (Account) transaction.records().byId(RecordType.ACCOUNT, id, id).orElse(null);
        requireOpen(account);
        return account;
    }

    /** @throws KontorException {@code not_found} when the call does not see it */
    public static Account known(CallContext context, ReadTransaction transaction, UUID id) {
        return (Account) transaction
                .records()
                .byId(RecordType.ACCOUNT, context.scope(), id)
                .orElseThrow(
                        () -> new KontorException(ErrorCode.NOT_FOUND, "There is no account with the id " + id + "."));
    }

    /**
     * For what only partners have.
     *
     * @throws KontorException {@code invalid_input}, rule {@code not_a_partner}
     */
    public static void requirePartner(Account account, String message) {
        if (account.accountType() != AccountType.PARTNER) {
            throw KontorException.invalid(
                    "account", "not_a_partner", message, account.accountType().name());
        }
    }

    /** @throws KontorException {@code account_closed} or {@code archived} when it takes nothing new */
    public static void requireOpen(Account account) {
        KontorException refusal = refusal(account);
        if (refusal != null) {
            throw refusal;
        }
    }

    /**
     * What is decided about an account is not decided by its own people, but by those who manage it (requirement P6).
     *
     * @throws KontorException {@code access_denied}
     */
    public static void requireManager(CallContext context, Account account) {
        if (!mayManage(context, account.id())) {
            throw notManaged();
        }
    }

    static KontorException notManaged() {
        return new KontorException(
                ErrorCode.ACCESS_DENIED, "This is decided by those who manage the account, not by its own people.");
    }

    /** Whether the call decides about the account from above. */
    public static boolean mayManage(CallContext context, UUID account) {
        return context.isForOperator()
                || !account.equals(context.scope())
                || context.actor().rolesAbove().stream().anyMatch(role -> role.allows(Permission.WRITE));
    }

    /** Why the account takes nothing new; null when it does. */
    static KontorException refusal(Account account) {
        if (account == null) {
            return new KontorException(ErrorCode.NOT_FOUND, "There is no such account.");
        }
        if (account.closed()) {
            return new KontorException(
                    ErrorCode.ACCOUNT_CLOSED, "The account '" + account.code() + "' is closed and takes nothing new.");
        }
        return account.archived()
                ? new KontorException(
                        ErrorCode.ARCHIVED,
                        "The account '" + account.code() + "' is archived and takes nothing new. Un-archive it first.")
                : null;
    }
}
