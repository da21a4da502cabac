/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.util.List;
import java.util.UUID;

import org.kontor.api.call.CallContext;

/**
 * Tokens with which programs sign in as a person, each with a scope and an end. Callers are people that signed in with
 * their password: the edges refuse calls that came by token. Thread-safe.
 */
public interface Tokens {
    int DEFAULT_DAYS = 90;
    int MAX_DAYS = 366;
    /** Tokens of a person that count at the same time. */
    int MAX_LIVE = 50;

    /**
     * Makes a token of the caller; audited, without the secret.
     *
     * @return the only answer that ever has the secret
     * @throws org.kontor.api.error.KontorException {@code invalid_input}
     */
    IssuedToken create(CallContext context, NewToken token);

    /** The caller's tokens, newest first; also the last ones that were revoked or expired. */
    List<ApiToken> list(CallContext context);

    /**
     * The tokens of a person, newest first. Those of others are for who may change them.
     *
     * @throws org.kontor.api.error.KontorException {@code access_denied}, {@code not_found}
     */
    List<ApiToken> list(CallContext context, String login);

    /**
     * Ends a token at once; audited. Nothing happens when it was revoked before. Those of others are for who
     * looks after them and may change them.
     *
     * @throws org.kontor.api.error.KontorException {@code not_found}, {@code access_denied}
     */
    void revoke(CallContext context, UUID id);
}
