/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.kontor.api.people.Membership;
import org.kontor.api.people.PeopleQuery;

/** Finds who is a member of which account (P7). */
public interface MemberReader {
    Optional<Member> of(UUID account, UUID person);

    /**
     * Members of an account, by login.
     *
     * @param query its limit and cursor are not looked at
     * @param after the login behind which the page begins, or null
     */
    List<Member> list(UUID account, PeopleQuery query, String after, int limit);

    /** Whether nobody has come into the account yet: none of its members has a password, or ever signed in. */
    boolean isAwaited(UUID account);

    /** Of one person, the home first, then by the account's name; labs are not among them. */
    List<Membership> of(UUID person);

    /** The labs that the person reaches as a member of their partners, by name (A8). */
    List<Membership> labs(UUID person);

    /** What the person is to the account, by all memberships and groups at it and above it, and by the partner of a lab. */
    Standing standing(UUID person, UUID account);
}
