/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.util.Set;

import org.kontor.api.call.Role;

/**
 * Somebody who is to sign in (P4).
 *
 * @param login unique without regard to case; an e-mail address, or letters a to z, digits and {@code . _ @ + -} that begin with a
 *     letter or digit; at most 254 characters
 * @param name for people to read, 1 to 200 characters
 * @param roles at least one
 */
public record NewPerson(String login, String name, Set<Role> roles) {
    public NewPerson {
        roles = Set.copyOf(roles);
    }
}
