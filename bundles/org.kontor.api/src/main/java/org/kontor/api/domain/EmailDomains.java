/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.domain;

import java.util.List;
import java.util.UUID;

import org.kontor.api.call.CallContext;

/**
 * E-mail domains of accounts (requirement P8), proven by a TXT record in the DNS. For members who look after the people of the
 * account that the call is made for: for others they do not exist. A name is proven for itself alone: neither names below it
 * nor the one above. Thread-safe.
 */
public interface EmailDomains {
    /** Domains of an account. */
    int MAX_OF_ACCOUNT = 50;

    /**
     * By name.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}
     */
    List<EmailDomain> list(CallContext context);

    /**
     * Adds a domain that is to be proven; audited.
     *
     * @param name may have letters of any script
     * @throws org.kontor.api.error.KontorException {@code invalid_input}, {@code not_found}, {@code access_denied}
     */
    EmailDomain add(CallContext context, String name);

    /**
     * Asks the DNS, within a bounded time, whether the record stands there. A domain is proven by one account at a time: where
     * another one has proven it and its record is still there, too, that one keeps it; else it loses it.
     *
     * @return as it is afterwards: proven, or with the problem that was met
     * @throws org.kontor.api.error.KontorException {@code domain_taken} when another account keeps it; {@code not_found},
     *     {@code access_denied}; {@code too_many_requests}; {@code unavailable} when the DNS cannot be asked here
     */
    EmailDomain prove(CallContext context, UUID id);

    /**
     * Removes a domain, proven or not; audited.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}
     */
    void remove(CallContext context, UUID id);
}
