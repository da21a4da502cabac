/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.account;

/**
 * What an account is to get of licences (requirements A2, L1): chosen when it is opened, until its subscriptions are made of it.
 * Immutable.
 *
 * @param kind trial or purchase
 * @param quantity how many licences, 1 to {@value #MAX_QUANTITY}; null for pay per use, which only a purchase is
 */
public record PlanChoice(Kind kind, Integer quantity) {
    public static final int MAX_QUANTITY = 1_000_000;
    /** Licences of a trial of which nothing else is said (requirement L1). */
    public static final int TRIAL_QUANTITY = 5;

    /** How licences are had. */
    public enum Kind {
        TRIAL,
        PURCHASED
    }
}
