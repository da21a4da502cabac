/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.util.List;
import java.util.UUID;

import org.kontor.api.call.CallContext;

/** People and what they do with their own sign-in. Thread-safe. */
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

    /**
     * Adds somebody to the caller's account (P4), as {@link PeopleDesk#create} does.
     *
     * @param password what the person signs in with, of the length that the rule says
     * @return the new person's id
     * @throws org.kontor.api.error.KontorException {@code access_denied}, {@code invalid_input} (a login in use breaks the
     *     rule {@code taken})
     */
    UUID add(CallContext context, NewPerson person, char[] password);

    /** A password that nobody knows yet: letters and digits that are told apart easily. */
    char[] makePassword();

    /** The accounts that the caller is a member of (P7), the home first, then by name. */
    List<Membership> memberships(CallContext context);
}
