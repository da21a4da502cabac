/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.kontor.api.signup.SignUpPage;

/** Writes what people asked for who sign up. Whoever changes one locks the page first, then the wish. */
public interface SignUpWriter extends SignUpReader {
    /** Locked until the end of the transaction. */
    Optional<SignUpPage> lockedPage(UUID account);

    /** Locked until the end of the transaction. */
    Optional<SignUp> locked(UUID id);

    void add(SignUp signUp);

    /** Notes a secret that goes out, and when the wish ends. */
    void issue(UUID id, String hash, Instant expires);

    /** Notes that it was confirmed. */
    void done(UUID id, Instant now);

    /**
     * Forgets wishes with their mails.
     *
     * @param expired those that ended before that moment
     * @param asked those from before that moment whose mail never went out
     */
    void forget(Instant expired, Instant asked);
}
