/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.provider;

/** One of the two that a link connects. */
public enum MspLinkSide {
    /** The customer's account: its own administrators, and who manages it from above. */
    ACCOUNT,
    /** The administrators of the provider. */
    PROVIDER;

    public MspLinkSide other() {
        return this == ACCOUNT ? PROVIDER : ACCOUNT;
    }
}
