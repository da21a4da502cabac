/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A person that signs in. What the person may do where, {@link Member} says.
 *
 * @param login unique, lower case
 * @param email unique without regard to case; null for none
 * @param account the home: it looks after the person
 * @param passwordHash in the form of {@code org.kontor.core}'s password hashing, or {@link #NO_PASSWORD}; never shown, never audited
 * @param proven whether who reads the mails of the address set the password; nobody else knows it then
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
        String passwordHash,
        boolean proven,
        long credentialVersion,
        boolean disabled,
        long version,
        Instant lastSignIn) {
    /** Stands in the place of the hash for who has set no password yet. It is none, so nothing fits it. */
    public static final String NO_PASSWORD = "none";

    /** Somebody new. */
    public static Person added(String login, String displayName, String email, UUID account, String passwordHash) {
        return new Person(Ids.next(), login, displayName, email, account, passwordHash, false, 1, false, 1, null);
    }

    public boolean hasPassword() {
        return !passwordHash.equals(NO_PASSWORD);
    }

    /** A new address is not proven. */
    public Person with(String newName, String newEmail) {
        return new Person(
                id,
                login,
                newName,
                newEmail,
                account,
                passwordHash,
                proven && Objects.equals(email, newEmail),
                credentialVersion,
                disabled,
                version,
                lastSignIn);
    }

    /** Somebody new with this password. */
    public Person withHash(String hash) {
        return added(login, displayName, email, account, hash);
    }

    /** @param nowProven whether who reads the mails of the address sets it */
    public Person withPassword(String newHash, boolean nowProven) {
        return new Person(
                id,
                login,
                displayName,
                email,
                account,
                newHash,
                nowProven,
                credentialVersion + 1,
                disabled,
                version,
                lastSignIn);
    }

    /** The same person, looked after by another account. */
    public Person withHome(UUID home) {
        return new Person(
                id,
                login,
                displayName,
                email,
                home,
                passwordHash,
                proven,
                credentialVersion,
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
                passwordHash,
                proven,
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
