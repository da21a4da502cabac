/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.api.people.PeopleQuery;

/** Finds people. */
public interface PersonReader {
    Optional<Person> byLogin(String login);

    Optional<Person> byId(UUID id);

    /** @param email without regard to case */
    Optional<Person> byEmail(String email);

    /**
     * People of an account, by login.
     *
     * @param query its limit and cursor are not looked at
     * @param after the login behind which the page begins, or null
     */
    List<Person> list(UUID account, PeopleQuery query, String after, int limit);

    boolean none();
}
