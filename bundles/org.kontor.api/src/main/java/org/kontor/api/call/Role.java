/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.call;

import java.util.EnumSet;
import java.util.Set;

import org.kontor.api.account.AccountType;

import static org.kontor.api.call.Permission.ADMINISTER;
import static org.kontor.api.call.Permission.INTEGRATE;
import static org.kontor.api.call.Permission.PEOPLE;
import static org.kontor.api.call.Permission.READ;
import static org.kontor.api.call.Permission.WRITE;

/**
 * What a person may do as a member of an account (requirement P6). This is the one table; {@code
 * docs/roles.md} shows it, and which permission each operation asks for.
 */
public enum Role {
    PLATFORM_OPERATOR(EnumSet.noneOf(AccountType.class), READ, WRITE, INTEGRATE, PEOPLE, ADMINISTER),
    SUPER_ADMIN(EnumSet.noneOf(AccountType.class), READ, WRITE, INTEGRATE, PEOPLE, ADMINISTER),
    CUSTOMER_SUCCESS(EnumSet.of(AccountType.PARTNER), READ, WRITE),
    PARTNER_ADMIN(EnumSet.of(AccountType.PARTNER), READ, WRITE, PEOPLE),
    ACCOUNT_ADMIN(AccountType.ofCustomers(), READ, WRITE, PEOPLE),
    SITE_ADMIN(AccountType.ofCustomers(), READ, WRITE),
    SUPPORT(EnumSet.allOf(AccountType.class), READ),
    BILLING(EnumSet.allOf(AccountType.class), READ),
    READ_ONLY(EnumSet.allOf(AccountType.class), READ),
    INTEGRATION(EnumSet.noneOf(AccountType.class), READ, WRITE, INTEGRATE);

    private final Set<AccountType> heldIn;
    private final Set<Permission> permissions;

    /** @param heldIn beside the operator's account, in which every role is held */
    Role(Set<AccountType> heldIn, Permission first, Permission... more) {
        this.heldIn = heldIn;
        this.permissions = EnumSet.of(first, more);
    }

    /** Whether members of an account of the type hold it. */
    public boolean isHeldIn(AccountType type) {
        return type == AccountType.OPERATOR || heldIn.contains(type);
    }

    /** The role of who looks after an account of the type. */
    public static Role administratorOf(AccountType type) {
        return switch (type) {
            case OPERATOR -> SUPER_ADMIN;
            case PARTNER -> PARTNER_ADMIN;
            default -> ACCOUNT_ADMIN;
        };
    }

    /** What it comes to in an end customer's account that members of a partner enter as such: labs (A8), linked accounts (A9). */
    public Role inCustomerAccount() {
        return switch (this) {
            case PARTNER_ADMIN -> ACCOUNT_ADMIN;
            case CUSTOMER_SUCCESS -> SITE_ADMIN;
            default -> this;
        };
    }

    /** What a holder may do. */
    public Set<Permission> permissions() {
        return EnumSet.copyOf(permissions);
    }

    /** Whether a holder has the permission. */
    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether a holder looks after the installation. */
    public boolean administers() {
        return allows(ADMINISTER);
    }

    /** Whether a holder may create and change customers and locations. Every role may read them. */
    public boolean writesRecords() {
        return allows(WRITE);
    }
}
