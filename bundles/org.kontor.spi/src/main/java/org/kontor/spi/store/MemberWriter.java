/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.UUID;

/** Finds members to change them; they are written by {@link WriteTransaction#save(PersonChange)}. */
public interface MemberWriter extends MemberReader {
    /**
     * Locks one person and, in all accounts in which that person looks after people, those who do likewise and are not disabled,
     * so that what is checked about them holds until the end of the transaction.
     *
     * @return those who look after people in these accounts and are not disabled, once for each of the accounts
     */
    List<Member> lockedAdministratorsWith(UUID person);
}
