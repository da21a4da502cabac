/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.call;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody or something that acts: a person who signed in, or a connection.
 *
 * @param id the person's id; for a connection a name-based id
 * @param name the sign-in name, or the connection's name; shown in audit and stamps
 * @param account the account it acts for; what it may manage is the subtree below
 * @param roles what it may do
 */
public record Actor(UUID id, String name, UUID account, Set<Role> roles) {
    public Actor {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(account, "account");
        roles = Set.copyOf(roles);
    }
}
