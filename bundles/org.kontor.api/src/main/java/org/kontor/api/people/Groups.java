/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.util.List;
import java.util.UUID;

import org.kontor.api.call.CallContext;
import org.kontor.api.error.KontorException;

/**
 * Looks after the groups of the account that the call is made for (requirements P6, P7, A8), for those whose roles in it look after
 * people. What a group gives counts and ends with the next request of its members. Nobody gives by a group what allows more than
 * their own roles. A member keeps at least one role of their own, and only those are counted where the last administrator is kept.
 * Each change is one transaction with its audit entry. Implementations are thread-safe.
 */
public interface Groups {
    /** Greatest number of groups of an account. */
    int MAX_OF_ACCOUNT = 200;

    /** Greatest length of a name, in characters. */
    int MAX_NAME = 100;

    /**
     * All of the account, by name.
     *
     * @throws KontorException {@code access_denied}, {@code not_found}
     */
    List<Group> list(CallContext context);

    /** @throws KontorException {@code not_found}, {@code access_denied} */
    Group get(CallContext context, UUID id);

    /** @throws KontorException {@code invalid_input} with all violations at once, {@code access_denied}, {@code not_found} */
    Group create(CallContext context, NewGroup group);

    /**
     * Changes what is given; what changes nothing writes nothing.
     *
     * @param version the version the change is based on
     * @throws KontorException {@code stale_version}, {@code not_found}, {@code invalid_input}, {@code access_denied}
     */
    Group change(CallContext context, UUID id, long version, GroupEdit edit);

    /**
     * Deletes a group; who was in it stays a member of the account.
     *
     * @param version the version it is based on
     * @throws KontorException {@code stale_version}, {@code not_found}, {@code access_denied}
     */
    void delete(CallContext context, UUID id, long version);

    /**
     * Takes a member of the account into the group. Already in it: nothing is written.
     *
     * @throws KontorException {@code not_found} for an unknown group or person, {@code access_denied}
     */
    void add(CallContext context, UUID group, UUID person);

    /**
     * Takes somebody out of the group. Not in it: nothing is written.
     *
     * @throws KontorException {@code not_found} for an unknown group or person, {@code access_denied}
     */
    void remove(CallContext context, UUID group, UUID person);
}
