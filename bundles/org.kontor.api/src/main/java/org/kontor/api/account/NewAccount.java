/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.account;

import java.util.Objects;
import java.util.UUID;

import org.kontor.api.record.FieldValues;

/**
 * An account that is to be opened with all that belongs to it (requirement A2).
 *
 * @param customerId a customer who is there; or null
 * @param customer the fields of a new customer, when there is none yet; else null
 * @param account the fields of the account but its customer
 * @param plan null for none yet
 * @param administrators who enters it
 */
public record NewAccount(
        UUID customerId,
        FieldValues customer,
        FieldValues account,
        PlanChoice plan,
        FirstAdministrators administrators) {
    public NewAccount {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(administrators, "administrators");
    }
}
