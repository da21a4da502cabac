/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.util.Set;
import java.util.UUID;

import org.kontor.api.account.AccountType;
import org.kontor.api.call.Role;

/**
 * One person as a member of one account (P7).
 *
 * @param account id of the account
 * @param code of the account, unique in the account above it
 * @param name of the account
 * @param lab whether it is a partner's lab, which the person enters as a member of the partner (A8)
 * @param roles what the person may do there, by groups, too
 * @param suspended whether the account is suspended, so that its members do not get in
 * @param home whether this account looks after the person: name, e-mail, password; a call without another wish is made for it
 */
public record Membership(
        UUID account,
        String code,
        String name,
        AccountType type,
        boolean lab,
        Set<Role> roles,
        boolean suspended,
        boolean home) {
    public Membership {
        roles = Set.copyOf(roles);
    }
}
