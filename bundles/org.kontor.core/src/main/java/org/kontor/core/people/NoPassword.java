/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.core.people;

/**
 * What stands for the password of somebody who has set none: the hash of one that nobody knows, so that a wrong sign-in takes
 * as long as any other. Made anew by each process. Stateless.
 */
final class NoPassword {
    static final String HASH = PasswordHash.of(MadePassword.next());

    private NoPassword() {}
}
