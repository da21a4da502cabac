/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.account;

import org.kontor.api.call.CallContext;

/**
 * Opens accounts: customer, account, plan choice and administrators in one transaction, all or nothing (requirements A2, P1, P5).
 * Thread-safe.
 */
public interface Openings {
    /**
     * Opens it in the account that the call is made for. A call with a request key is done once.
     *
     * @throws org.kontor.api.error.KontorException {@code invalid_input} with the place of what is wrong ({@code customer.name},
     *     {@code account.type}, {@code plan.quantity}, {@code administrators.email} …); {@code access_denied}, {@code code_taken},
     *     {@code account_closed}, {@code archived}
     */
    Opening open(CallContext context, NewAccount wanted);

    /** The same, told and not stored: nothing is written, nothing mailed. Codes that would be made may be others later. */
    Opening review(CallContext context, NewAccount wanted);
}
