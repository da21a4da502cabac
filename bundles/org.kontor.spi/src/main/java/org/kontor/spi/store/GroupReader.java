/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.kontor.api.people.Group;
import org.kontor.api.people.GroupName;

/** Finds groups of members (P7). */
public interface GroupReader {
    /** All of an account, by name. */
    List<Group> of(UUID account);

    Optional<Group> byId(UUID account, UUID id);

    /** By person those groups of the account that each is in, by name; who is in none is missing. */
    Map<UUID, List<GroupName>> of(UUID account, Collection<UUID> people);

    /** Whether the person is in the group. */
    boolean has(UUID group, UUID person);
}
