/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Set;
import java.util.UUID;

import org.kontor.api.call.Role;

/**
 * What a person is to an account (requirement P6). Memberships in suspended accounts give nothing.
 *
 * @param above roles in accounts that the account stands below
 * @param own roles in the account itself
 * @param atProviders roles in providers that are linked to the account (A9); none while the account or the provider is suspended
 * @param session the person's support session that is running there (A10), or null; none while the account is suspended
 * @param suspended whether the person is a member of the account, and it is suspended
 */
public record Standing(Set<Role> above, Set<Role> own, Set<Role> atProviders, Session session, boolean suspended) {
    public Standing {
        above = Set.copyOf(above);
        own = Set.copyOf(own);
        atProviders = Set.copyOf(atProviders);
    }

    /**
     * A support session.
     *
     * @param role what it allows
     * @param granter the person who granted it
     * @param granterLogin what that person signs in with
     */
    public record Session(Role role, UUID granter, String granterLogin) {}
}
