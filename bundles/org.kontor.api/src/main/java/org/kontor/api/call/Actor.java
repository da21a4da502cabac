/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.call;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.people.TokenScope;

/**
 * Somebody or something that acts for an account: a person who signed in, or a connection. Who manages an account from above does
 * not by that enter it (requirement P6): the two kinds of roles are told apart.
 *
 * @param id the person's id; for a connection a name-based id
 * @param name the sign-in name, or the connection's name; shown in audit and stamps
 * @param account the account it acts for; what it may manage is the subtree below
 * @param rolesAbove roles in accounts that the account stands below; with them it is managed, not entered
 * @param memberRoles roles in the account itself; none when the actor is no member, and so does not enter it
 * @param token scope of the token that it signed in with, to which its roles are narrowed; null for none
 */
public record Actor(UUID id, String name, UUID account, Set<Role> rolesAbove, Set<Role> memberRoles, TokenScope token) {
    public Actor {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(account, "account");
        rolesAbove = Set.copyOf(rolesAbove);
        memberRoles = Set.copyOf(memberRoles);
    }

    /** A member of the account. */
    public Actor(UUID id, String name, UUID account, Set<Role> memberRoles) {
        this(id, name, account, Set.of(), memberRoles, null);
    }

    /** All roles: what it may do with the records that the account manages. */
    public Set<Role> roles() {
        Set<Role> all = new HashSet<>(rolesAbove);
        all.addAll(memberRoles);
        return all;
    }

    /** Whether it enters the account: its content and its people are there for it. */
    public boolean enters() {
        return !memberRoles.isEmpty();
    }
}
