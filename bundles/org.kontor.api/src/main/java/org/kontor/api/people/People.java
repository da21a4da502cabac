/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import org.kontor.api.call.CallContext;

/** What people do with their own sign-in. Thread-safe. */
public interface People {
    int MIN_PASSWORD = 12;
    int MAX_PASSWORD = 128;

    /**
     * Changes the caller's own password; audited, without the passwords.
     *
     * @throws org.kontor.api.error.KontorException {@code invalid_input} when the current one is wrong or the new one
     *     breaks the rule ({@value #MIN_PASSWORD} to {@value #MAX_PASSWORD} characters)
     */
    void changeOwnPassword(CallContext context, char[] current, char[] replacement);
}
