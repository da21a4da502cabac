/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.signup;

import java.util.UUID;

import org.kontor.api.call.Source;
import org.kontor.api.error.KontorException;

/**
 * For people who open an account themselves (requirement A13). Who calls has no sign-in: nothing tells whether an e-mail is known
 * here. Nothing but the wish is stored until who reads the mails of the address confirms it. Implementations are thread-safe.
 */
public interface SignUps {
    /**
     * The partner of a page that is switched on.
     *
     * @throws KontorException {@code not_found}, also while the partner is suspended, closed or archived
     */
    UUID page(String name);

    /**
     * Takes a wish, and mails a link to confirm it; few to one e-mail in an hour, and no more than so many of one page.
     *
     * @throws KontorException {@code not_found}; {@code invalid_input} with all violations at once; {@code too_many_requests} when the
     *     page has taken as many as it may
     */
    void ask(String page, SignUpWish wish);

    /** Looks, without using it up: programs open links of mails, too. */
    SignUpLink look(String secret);

    /**
     * Opens the account, once: customer, account, plan and administrator in one transaction, in the name of the person.
     *
     * @param password null for somebody who keeps the one from before
     * @throws KontorException {@code invalid_input} when a password is needed and breaks the rule; the link stays open
     */
    SignedUp confirm(Source source, String secret, char[] password);
}
