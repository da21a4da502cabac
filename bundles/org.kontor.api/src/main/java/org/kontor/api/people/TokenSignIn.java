/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.util.Optional;

import org.kontor.api.call.Actor;

/** Checks who calls with a token. Thread-safe; safe to call for every request. */
public interface TokenSignIn {
    /**
     * @param secret as it was shown when the token was made
     * @return the token's owner with the roles that the token's scope leaves; empty when there is no such token, when it is
     *     revoked or expired, or the person is disabled: which of these is not told
     */
    Optional<Actor> byToken(String secret);
}
