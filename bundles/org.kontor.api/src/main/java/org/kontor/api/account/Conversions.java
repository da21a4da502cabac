/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.account;

import java.util.UUID;

import org.kontor.api.call.CallContext;

/**
 * Converts leads (requirement A5): a lead becomes an account of its own for the customer. That one is a copy: customer, name, tags,
 * responsible and custom fields are carried, and of the content what was chosen; never members, plans, devices or markers. The lead stays,
 * CONVERTED and linked. All or nothing, audited. Thread-safe.
 */
public interface Conversions {
    /**
     * @throws org.kontor.api.error.KontorException {@code already_converted}; {@code invalid_input} ({@code not_a_lead}; nobody who
     *     looks after it; somebody who is none of the people above; an unknown kind of content); {@code not_found}, also when
     *     content is chosen by who does not enter the lead; {@code access_denied}, {@code account_closed}, {@code archived}
     */
    Converted convert(CallContext context, UUID lead, Conversion wanted);

    /** The same, told and not stored. */
    Converted review(CallContext context, UUID lead, Conversion wanted);
}
