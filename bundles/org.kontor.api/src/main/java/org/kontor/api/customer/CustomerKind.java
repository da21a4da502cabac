/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.customer;

/** Whether a customer is a company or a person. */
public enum CustomerKind {
    COMPANY,
    INDIVIDUAL
}
