/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Set;
import java.util.UUID;

import org.kontor.api.call.Role;

/**
 * A person as a member of an account (P7).
 *
 * @param roles what the person may do there
 */
public record Member(Person person, UUID account, Set<Role> roles) {
    public Member {
        roles = Set.copyOf(roles);
    }

    /** Whether the account looks after the person. */
    public boolean isAtHome() {
        return person.account().equals(account);
    }
}
