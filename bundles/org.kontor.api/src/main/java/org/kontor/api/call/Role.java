/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.call;

/** What a person may do (requirement P6). Until groups come, a person holds roles directly. */
public enum Role {
    PLATFORM_OPERATOR(true),
    SUPER_ADMIN(true),
    CUSTOMER_SUCCESS(true),
    PARTNER_ADMIN(true),
    ACCOUNT_ADMIN(true),
    SITE_ADMIN(true),
    SUPPORT(false),
    BILLING(false),
    READ_ONLY(false),
    INTEGRATION(true);

    private final boolean writesRecords;

    Role(boolean writesRecords) {
        this.writesRecords = writesRecords;
    }

    /** Whether a holder looks after the installation: its people and connections. */
    public boolean administers() {
        return this == PLATFORM_OPERATOR || this == SUPER_ADMIN;
    }

    /** Whether a holder may create and change customers and locations. Every role may read them. */
    public boolean writesRecords() {
        return writesRecords;
    }
}
