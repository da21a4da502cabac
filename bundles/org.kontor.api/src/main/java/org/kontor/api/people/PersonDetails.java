/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.call.Role;

/**
 * Somebody who signs in, as administrators see them.
 *
 * @param name for people to read
 * @param email null for none
 * @param roles what the person may do in the account, without what groups give
 * @param groups of the account that the person is in, each with the role that it gives
 * @param labs at a partner whether the person reaches its labs (A8)
 * @param home whether the account looks after the person: name, e-mail, password; otherwise another one does
 * @param version one more with each change; signing in is none
 * @param lastSignIn the last time that the right password was given, to the minute (P7); null for never
 * @param lockedUntil while the login is locked after wrong passwords (X2), else null
 */
public record PersonDetails(
        UUID id,
        String login,
        String name,
        String email,
        Set<Role> roles,
        List<GroupName> groups,
        boolean labs,
        boolean home,
        boolean disabled,
        long version,
        Instant lastSignIn,
        Instant lockedUntil) {
    public PersonDetails {
        roles = Set.copyOf(roles);
        groups = List.copyOf(groups);
    }
}
