/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.util.Objects;

/**
 * A token that was just made.
 *
 * @param secret what a program signs in with; nobody can tell it again
 */
public record IssuedToken(ApiToken token, String secret) {
    public IssuedToken {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(secret, "secret");
    }

    /** Without the secret: this may end in a log. */
    @Override
    public String toString() {
        return "token " + token.id();
    }
}
