/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.account;

import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;
import org.kontor.api.record.RecordService;

/**
 * The tree of accounts (requirements A1, A6, A16). An account is created in the account that the call is made for, and sees
 * itself and all that stands below. What may hold what, {@link AccountType#holds()} says; the tree is at most {@value #MAX_DEPTH}
 * levels deep, the operator's among them. Implementations are thread-safe.
 */
public interface Accounts extends RecordService<Account> {
    int MAX_DEPTH = 12;

    /**
     * Hangs an account, with everything below it, under another one that the caller sees.
     *
     * @param version the version the move is based on
     * @param to the account that is to manage it
     * @throws KontorException {@code invalid_input} with the rule {@code not_held}, {@code cycle}, {@code too_deep} or {@code
     *     unknown_reference} of {@code managingAccount}; {@code code_taken} there; {@code archived}, {@code account_closed};
     *     {@code stale_version}, {@code not_found}, {@code access_denied}
     */
    Account move(CallContext context, UUID id, long version, UUID to);

    /**
     * The same call, made for another account: one that the caller sees, or is a member of (requirement P6). It sees what stands below
     * that account, and creates in it; who is a member enters it.
     *
     * @throws KontorException {@code not_found} when the caller is nobody there; {@code account_suspended}
     */
    CallContext within(CallContext context, UUID account);
}
