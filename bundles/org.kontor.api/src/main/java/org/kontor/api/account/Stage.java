/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.account;

/** How far the sale of an account has come (requirement A4). A fact of its own, beside type, sandbox and suspension. */
public enum Stage {
    /** For the seller's own staff in the sales phase. */
    LEAD,
    /** A lead that became a customer; it stays beside the customer's account. */
    CONVERTED,
    /** The customer's own. */
    CUSTOMER
}
