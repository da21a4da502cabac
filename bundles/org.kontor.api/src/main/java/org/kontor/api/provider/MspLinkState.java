/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.provider;

/** How far a link between an account and a managed service provider came. */
public enum MspLinkState {
    /** Somebody has yet to agree. */
    REQUESTED,
    /** Both sides agreed: the provider looks after the account. */
    ACTIVE,
    /** The side that was asked did not want it. */
    DECLINED,
    /** The side that asked took it back before it was active. */
    WITHDRAWN,
    /** It was active, and one of the sides ended it. */
    REVOKED;

    /** Whether it can still change. */
    public boolean isOpen() {
        return this == REQUESTED || this == ACTIVE;
    }
}
