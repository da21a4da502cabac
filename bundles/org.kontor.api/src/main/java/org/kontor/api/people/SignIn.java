/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.util.Optional;

import org.kontor.api.call.Actor;

/** Checks who somebody is. Thread-safe; safe to call for every request (the strong hash is not computed each time). */
public interface SignIn {
    /**
     * The actor acts for the home account of the person; when that is suspended, for another of which the person is a member.
     *
     * @return the actor, or empty when name or password are wrong or the person is disabled. A changed password counts at
     *     once.
     * @throws org.kontor.api.error.KontorException {@code too_many_requests} when too many sign-ins wait for their check;
     *     {@code account_suspended} when all accounts of the person are
     */
    Optional<Actor> byPassword(String login, char[] password);

    /**
     * For somebody who was checked before by a means of its own, for example a session of the shell that goes on.
     *
     * @return the person as it is now, or empty when there is none of this login or the person is disabled
     * @throws org.kontor.api.error.KontorException {@code account_suspended}
     */
    Optional<Actor> byLogin(String login);
}
