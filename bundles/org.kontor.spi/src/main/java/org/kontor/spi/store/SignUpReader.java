/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.kontor.api.signup.SignUpPage;

/** Sign-up pages, and what people asked for on them. */
public interface SignUpReader {
    /** A secret that was mailed. */
    record Secret(SignUp signUp, String hash) {
        /** Without the hash. */
        @Override
        public String toString() {
            return "secret of " + signUp;
        }
    }

    /** The account's page, on or off. */
    Optional<SignUpPage> page(UUID account);

    /** By its name, on or off. */
    Optional<SignUpPage> page(String name);

    /** Whether a page is there for others: it is on, and neither its partner nor an account above is suspended, closed or archived. */
    boolean isOpen(SignUpPage page);

    /** @param hash of the secret */
    Optional<Secret> byHash(String hash);

    /** How many asked on the page since that moment. */
    int askedOf(UUID account, Instant since);

    /** How many asked with this e-mail since that moment, on any page. */
    int askedBy(String email, Instant since);
}
