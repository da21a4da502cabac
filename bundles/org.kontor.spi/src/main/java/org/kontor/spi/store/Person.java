/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.kontor.api.call.Role;

/**
 * A person that signs in.
 *
 * @param login unique, lower case
 * @param email unique without regard to case; null for none
 * @param passwordHash in the form of {@code org.kontor.core}'s password hashing; never shown, never audited
 * @param credentialVersion one more with each change of the password
 * @param version one more with each change; the store counts it
 * @param lastSignIn noted by {@link PersonWriter#noteSignIn} alone; null for never
 */
public record Person(
        UUID id,
        String login,
        String displayName,
        String email,
        UUID account,
        Set<Role> roles,
        String passwordHash,
        long credentialVersion,
        boolean disabled,
        long version,
        Instant lastSignIn) {
    public Person {
        roles = Set.copyOf(roles);
    }

    /** Somebody new. */
    public static Person added(
            String login, String displayName, String email, UUID account, Set<Role> roles, String passwordHash) {
        return new Person(Ids.next(), login, displayName, email, account, roles, passwordHash, 1, false, 1, null);
    }

    public Person with(String newName, String newEmail, Set<Role> newRoles) {
        return new Person(
                id,
                login,
                newName,
                newEmail,
                account,
                newRoles,
                passwordHash,
                credentialVersion,
                disabled,
                version,
                lastSignIn);
    }

    /** Somebody new with this password. */
    public Person withHash(String hash) {
        return added(login, displayName, email, account, roles, hash);
    }

    public Person withPassword(String newHash) {
        return new Person(
                id,
                login,
                displayName,
                email,
                account,
                roles,
                newHash,
                credentialVersion + 1,
                disabled,
                version,
                lastSignIn);
    }

    public Person withDisabled(boolean nowDisabled) {
        return new Person(
                id,
                login,
                displayName,
                email,
                account,
                roles,
                passwordHash,
                credentialVersion,
                nowDisabled,
                version,
                lastSignIn);
    }

    @Override
    public String toString() {
        return "person " + id;
    }
}
