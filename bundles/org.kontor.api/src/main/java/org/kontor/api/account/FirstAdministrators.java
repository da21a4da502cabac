/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.account;

/**
 * Who looks after a new account, and enters it (requirements P1, P5): exactly those.
 *
 * @param who the customer, the caller, or both
 * @param name of the customer's administrator; for {@link Who#CUSTOMER} and {@link Who#BOTH}
 * @param email of the customer's administrator; one that is known makes that person a member
 * @param language of the mail, {@code en} or {@code fr}; null for that of the installation
 * @param later whether the invitation waits until somebody sends it
 * @param partnerToo whether the customer's administrator becomes one of the partner as well, for whom the call is made
 */
public record FirstAdministrators(
        Who who, String name, String email, String language, boolean later, boolean partnerToo) {
    /** The choices of the wizard. */
    public enum Who {
        CUSTOMER,
        ME,
        BOTH
    }

    /** The caller alone; the customer is sent nothing. */
    public static final FirstAdministrators ME = new FirstAdministrators(Who.ME, null, null, null, false, false);
}
