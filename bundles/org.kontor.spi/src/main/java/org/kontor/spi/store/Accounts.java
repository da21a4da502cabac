/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.UUID;

/** The accounts that exist before the tree of accounts comes. */
public final class Accounts {
    /** The operator's account, the root of the tree; made by the first migration. */
    public static final UUID ROOT = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private Accounts() {}
}
