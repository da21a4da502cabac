/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.access;

import java.util.EnumSet;
import java.util.Set;

import org.kontor.api.call.Permission;
import org.kontor.api.call.Role;
import org.kontor.api.people.TokenScope;

/** What the roles of its owner come to in a token. Stateless. */
final class TokenRoles {
    private TokenRoles() {}

    /**
     * @param scope null for no token
     * @param owned as the owner has them now, so that a role that is taken away is gone from the tokens, too
     */
    static Set<Role> narrowed(Set<Role> owned, TokenScope scope) {
        if (owned.isEmpty() || scope == null) {
            return owned;
        }
        return switch (scope) {
                // every role reads what this one reads
            case READ -> Set.of(Role.READ_ONLY);
            case WRITE -> writing(owned);
            case FULL -> Set.copyOf(owned);
        };
    }

    private static Set<Role> writing(Set<Role> owned) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        owned.forEach(role -> roles.add(writing(role)));
        return roles;
    }

    /** A role that administers writes records and calls hooks as well, which is what a program that integrates does. */
    private static Role writing(Role role) {
        if (role.administers()) {
            return Role.INTEGRATION;
        }
        return role.allows(Permission.PEOPLE) ? Role.SITE_ADMIN : role;
    }
}
