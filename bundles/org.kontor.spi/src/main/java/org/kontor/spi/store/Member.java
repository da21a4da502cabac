/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.call.Role;

/**
 * A person as a member of an account (P7).
 *
 * @param roles what the person may do there, of their own
 * @param groupRoles what groups give the person there
 * @param labs at a partner whether the person reaches its labs (A8)
 */
public record Member(Person person, UUID account, Set<Role> roles, Set<Role> groupRoles, boolean labs) {
    public Member {
        roles = Set.copyOf(roles);
        groupRoles = Set.copyOf(groupRoles);
    }

    /** The same, in the same groups. */
    public Member with(Person nowPerson, Set<Role> nowRoles, boolean nowLabs) {
        return new Member(nowPerson, account, nowRoles, groupRoles, nowLabs);
    }

    /** All that the person may do in the account. */
    public Set<Role> allRoles() {
        Set<Role> all = new HashSet<>(roles);
        all.addAll(groupRoles);
        return all;
    }

    /** Whether the account looks after the person. */
    public boolean isAtHome() {
        return person.account().equals(account);
    }
}
