/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.portal;

import java.util.UUID;

import org.kontor.api.call.CallContext;

/** Visits of people to the portals of accounts that they enter (requirement A11). Thread-safe. */
public interface PortalVisits {
    /** Codes of a person for an account that were made and have not expired. */
    int MAX_OPEN = 20;

    /**
     * Begins a visit; audited.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found} for who does not enter the account, also when it is managed;
     *     {@code no_portal}; {@code access_denied} with a token; {@code too_many_requests}
     */
    PortalVisit visit(CallContext context, UUID account);

    /**
     * What a portal asks for a code that somebody brought. It counts once, for a short time, and for that portal alone; audited.
     *
     * @param secret of the portal
     * @param correlation ties log lines, answers and audit entries of the call together
     * @throws org.kontor.api.error.KontorException {@code unauthenticated} when the secret is of no portal; {@code invalid_input}
     *     with the rule {@code unknown_code}, {@code expired}, {@code used} or {@code no_entry} of the field {@code code}
     */
    PortalVisitor redeem(String secret, String code, String correlation);
}
