/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.call;

import java.util.EnumSet;
import java.util.Set;

import static org.kontor.api.call.Permission.ADMINISTER;
import static org.kontor.api.call.Permission.INTEGRATE;
import static org.kontor.api.call.Permission.PEOPLE;
import static org.kontor.api.call.Permission.READ;
import static org.kontor.api.call.Permission.WRITE;

/**
 * What a person may do (requirement P6). Until groups come, a person holds roles directly. This is the one table; {@code
 * docs/roles.md} shows it, and which permission each operation asks for.
 */
public enum Role {
    PLATFORM_OPERATOR(READ, WRITE, INTEGRATE, PEOPLE, ADMINISTER),
    SUPER_ADMIN(READ, WRITE, INTEGRATE, PEOPLE, ADMINISTER),
    CUSTOMER_SUCCESS(READ, WRITE),
    PARTNER_ADMIN(READ, WRITE, PEOPLE),
    ACCOUNT_ADMIN(READ, WRITE, PEOPLE),
    SITE_ADMIN(READ, WRITE),
    SUPPORT(READ),
    BILLING(READ),
    READ_ONLY(READ),
    INTEGRATION(READ, WRITE, INTEGRATE);

    private final Set<Permission> permissions;

    Role(Permission first, Permission... more) {
        this.permissions = EnumSet.of(first, more);
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
