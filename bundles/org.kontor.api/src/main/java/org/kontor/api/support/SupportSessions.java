/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.support;

import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.record.Page;

/**
 * Support sessions (A10): somebody of an account above asks, an administrator of the account grants, and until the time is over that
 * person alone enters the account. Everything done in it is audited with both names. Thread-safe.
 */
public interface SupportSessions {
    int MAX_REASON = 500;
    int MIN_MINUTES = 15;
    int MAX_MINUTES = 24 * 60;
    int DEFAULT_MINUTES = 60;

    /** How long a request counts that nobody answers. */
    int ANSWER_HOURS = 72;

    /**
     * Asks for a session, as a member of the account that the call is made for.
     *
     * @throws org.kontor.api.error.KontorException {@code invalid_input}, also for who enters the account anyway ({@code member}) and for
     *     who has an open one ({@code taken}); {@code not_found}, {@code access_denied}
     */
    SupportSession request(CallContext context, NewSupportSession wanted);

    /**
     * Sessions in the account that the call is made for, and those that were asked for from it; newest first.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found} for who does not enter the account; {@code invalid_input}, {@code
     *     invalid_cursor}
     */
    Page<SupportSession> find(CallContext context, SupportSessionQuery query);

    /** @throws org.kontor.api.error.KontorException {@code not_found} */
    SupportSession get(CallContext context, UUID id);

    /**
     * Grants it; its time begins. For members who look after the people of the account, and not for who asked.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code already_decided}
     */
    SupportSession grant(CallContext context, UUID id);

    /**
     * Refuses it.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code already_decided}
     */
    SupportSession refuse(CallContext context, UUID id);

    /**
     * Ends it, with the next request. For who asked, and for those who look after the people on either side.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}, {@code already_decided}
     */
    SupportSession end(CallContext context, UUID id);
}
