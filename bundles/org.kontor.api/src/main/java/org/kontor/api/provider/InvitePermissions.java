/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.provider;

import java.util.UUID;

import org.kontor.api.account.NewAccount;
import org.kontor.api.call.CallContext;
import org.kontor.api.record.Page;

/**
 * Lets partners invite customers under other partners (A15). Nothing else of the partner who lets them becomes visible. Every change
 * is audited. Thread-safe.
 */
public interface InvitePermissions {
    /**
     * Lets a partner invite customers under the one that the call is made for; nothing is written when it may already.
     *
     * @throws org.kontor.api.error.KontorException {@code access_denied} for who does not look after the partner; {@code invalid_input}
     */
    InvitePermission give(CallContext context, UUID inviter);

    /**
     * Takes it back. What was opened stays, and so do its links.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}
     */
    void take(CallContext context, UUID id);

    /**
     * Those that the account gave and was given, newest first.
     *
     * @throws org.kontor.api.error.KontorException {@code access_denied}, {@code invalid_input}, {@code invalid_cursor}
     */
    Page<InvitePermission> find(CallContext context, InvitePermissionQuery query);

    /**
     * Opens a customer's account under the partner who lets the caller's: a new customer, an account of the type {@code CUSTOMER} and its
     * administrator, who is invited by mail, and an active link to the caller's account; all or nothing.
     *
     * @param id of the permission that the caller's account was given
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code invalid_input}; {@code
     *     account_closed}, {@code archived}; {@code idempotency_conflict}
     */
    InvitedCustomer open(CallContext context, UUID id, NewAccount wanted);

    /** Tells what {@link #open} would do, and does nothing. */
    InvitedCustomer review(CallContext context, UUID id, NewAccount wanted);
}
