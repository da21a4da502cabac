/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import org.kontor.api.people.ApiToken;

/**
 * A token with the person whose it is.
 *
 * @param hash of the secret, in the form of {@code org.kontor.core}; never shown, never audited
 */
public record TokenEntry(ApiToken token, String hash, Person owner) {
    @Override
    public String toString() {
        return "token " + token.id();
    }
}
