/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Set;
import java.util.UUID;

import org.kontor.api.call.Role;

/**
 * A person that signs in.
 *
 * @param login unique, lower case
 * @param passwordHash in the form of {@code org.kontor.core}'s password hashing; never shown, never audited
 * @param credentialVersion one more with each change of the password
 */
public record Person(
        UUID id,
        String login,
        String displayName,
        UUID account,
        Set<Role> roles,
        String passwordHash,
        long credentialVersion,
        boolean disabled) {
    public Person {
        roles = Set.copyOf(roles);
    }

    @Override
    public String toString() {
        return "person " + id;
    }
}
