/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A way to set a password: an invitation, or instructions. What is mailed is a secret of it, of which the hash is kept.
 *
 * @param account that asked for it
 * @param email where it goes
 * @param language of the mail; null for that of the installation
 * @param mail the one that carries it now; null while nobody asked to send it. A secret of an earlier one does not count
 * @param by login of who asked for it
 * @param expires null while it was not sent
 * @param ended null while it is open
 * @param outcome null while it is open
 */
public record PasswordLink(
        UUID id,
        Kind kind,
        UUID person,
        UUID account,
        String email,
        String language,
        UUID mail,
        Instant created,
        String by,
        Instant expires,
        Instant ended,
        Outcome outcome) {
    /** What it is for. */
    public enum Kind {
        INVITATION,
        PASSWORD
    }

    /** How it ended. */
    public enum Outcome {
        /** The person has set a password. */
        ACCEPTED,
        REVOKED
    }

    /** Whether a password can be set with a secret of the mail. */
    public boolean counts(UUID secretOf, Instant now) {
        return outcome == null && secretOf.equals(mail) && expires != null && now.isBefore(expires);
    }
}
