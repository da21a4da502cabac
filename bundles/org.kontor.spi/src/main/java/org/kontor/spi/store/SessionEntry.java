/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A session with the person whose it is.
 *
 * @param hash of the secret, in the form of {@code org.kontor.core}; never shown, never audited
 * @param credentialVersion that of the person when it began: it ends with the password
 */
public record SessionEntry(
        UUID id, String hash, long credentialVersion, Instant begun, Instant lastUsed, String client, Person owner) {
    @Override
    public String toString() {
        return "session " + id;
    }
}
