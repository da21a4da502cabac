/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.signup;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;

/**
 * Looks after the sign-up pages of partners (requirement A13): that of the account that the call is made for. Each change is one
 * transaction with its audit entry. Implementations are thread-safe.
 */
public interface SignUpPages {
    /** Greatest length of a page's name. */
    int MAX_NAME = 40;

    /** @throws KontorException {@code not_found} when the account has none, {@code access_denied} */
    SignUpPage get(CallContext context);

    /**
     * Makes it, or sets all of it; the same again writes nothing.
     *
     * @param version that the change is based on; null when there is none yet
     * @throws KontorException {@code invalid_input} with all violations at once, {@code version_required}, {@code stale_version},
     *     {@code access_denied}, {@code account_closed}, {@code archived}
     */
    SignUpPage put(CallContext context, Long version, NewSignUpPage page);

    /**
     * Deletes it, with what nobody confirmed yet: its name is free again.
     *
     * @throws KontorException {@code not_found}, {@code stale_version}, {@code access_denied}
     */
    void delete(CallContext context, long version);
}
