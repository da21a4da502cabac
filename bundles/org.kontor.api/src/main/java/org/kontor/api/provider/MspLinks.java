/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.provider;

import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.Page;

/**
 * Connects customers' accounts to managed service providers (A9). While a link is active the members of the provider see, manage and
 * enter that account and nothing else of whoever manages it. It needs both sides: the provider's administrators, and for
 * the account its own administrators, or who manages it while nobody has come in yet (P6). Every change is audited. Thread-safe.
 */
public interface MspLinks {
    /**
     * Asks the other side. Who manages an account that has people of its own may ask, but does not speak for them: then both sides
     * have yet to agree.
     *
     * @param account the customer's; null for the one that the call is made for
     * @param provider the partner; null for the one that the call is made for
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}; {@code invalid_input}, also for accounts
     *     that cannot be linked ({@code unknown_reference}, {@code not_linked}), for a provider above the account ({@code
     *     stands_above}) and while there is an open link ({@code taken}); {@code account_closed}, {@code archived}
     */
    MspLink request(CallContext context, UUID account, UUID provider);

    /**
     * Links, newest first.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code invalid_input}, {@code invalid_cursor}
     */
    Page<MspLink> find(CallContext context, MspLinkQuery query);

    /** @throws org.kontor.api.error.KontorException {@code not_found} */
    MspLink get(CallContext context, UUID id);

    /**
     * Agrees for one side; with both it is active. Nobody accepts what they asked for.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}; {@code already_decided}
     */
    MspLink accept(CallContext context, UUID id);

    /**
     * Refuses for a side that was asked.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}; {@code already_decided}
     */
    MspLink decline(CallContext context, UUID id);

    /**
     * Ends it, or takes back what one asked for. Both sides may.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}; {@code already_decided}
     */
    MspLink revoke(CallContext context, UUID id);
}
