/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody asked for who signs up. What is mailed is a secret of it, of which the hash is kept.
 *
 * @param account the partner
 * @param language of the mail; null for that of the installation
 * @param expires null while the mail has not gone out
 * @param done when it was confirmed; null until then
 */
public record SignUp(
        UUID id,
        UUID account,
        String company,
        String name,
        String email,
        String language,
        Instant created,
        Instant expires,
        Instant done) {
    /** Whether it can be confirmed. */
    public boolean isOpen(Instant now) {
        return done == null && expires != null && now.isBefore(expires);
    }

    /** Who it is stands in no log. */
    @Override
    public String toString() {
        return "sign-up " + id;
    }
}
