/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.domain;

/** How far an e-mail domain came. */
public enum DomainState {
    /** It was added, and nothing shows yet that it belongs to the account. */
    PENDING,
    /** Who looks after the domain has said in its DNS that it belongs to the account. */
    PROVEN
}
