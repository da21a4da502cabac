/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.account;

import java.util.Optional;
import java.util.UUID;

import org.kontor.api.call.CallContext;

/** What accounts are to get of licences (A2). Chosen by those who manage an account, and audited. Thread-safe. */
public interface PlanChoices {
    /**
     * @return empty when none was made
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}
     */
    Optional<PlanChoice> get(CallContext context, UUID account);

    /**
     * Chooses, or chooses anew; nothing is written when that is what is there.
     *
     * @throws org.kontor.api.error.KontorException {@code invalid_input} (of a lead the partner's level counts, rule {@code
     *     follows_partner}; of a unit the enterprise's, rule {@code follows_enterprise}); {@code not_found}; {@code
     *     access_denied}, also for the account's own people; {@code account_closed}, {@code archived}
     */
    PlanChoice choose(CallContext context, UUID account, PlanChoice choice);
}
