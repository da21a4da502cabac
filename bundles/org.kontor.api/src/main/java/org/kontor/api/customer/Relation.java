/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.customer;

/** What the customer is to the seller. */
public enum Relation {
    DISTRIBUTOR,
    END_CUSTOMER
}
