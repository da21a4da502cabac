/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

/**
 * Somebody with a password that was made for them.
 *
 * @param password told this once and kept nowhere; null when the caller gave it
 */
public record PersonWithPassword(PersonDetails person, char[] password) {
    @Override
    public String toString() {
        return person.toString();
    }
}
