/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.account;

import java.util.EnumSet;
import java.util.Set;

/** What an account is, and so what it may hold (requirement A1). It stays what it is for ever. */
public enum AccountType {
    /** The root of the tree; there is one, and it is there from the start. */
    OPERATOR,
    PARTNER,
    ENTERPRISE,
    /** A part of an enterprise. */
    UNIT,
    /** An end customer's account: a leaf. */
    CUSTOMER;

    /** The types of the accounts that may stand directly below. */
    public Set<AccountType> holds() {
        return switch (this) {
            case OPERATOR, PARTNER -> EnumSet.of(PARTNER, ENTERPRISE, CUSTOMER);
            case ENTERPRISE, UNIT -> EnumSet.of(UNIT);
            case CUSTOMER -> EnumSet.noneOf(AccountType.class);
        };
    }

    /** The types of those that buy: what is no operator and no partner. */
    public static Set<AccountType> ofCustomers() {
        return EnumSet.of(ENTERPRISE, UNIT, CUSTOMER);
    }
}
