/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.UUID;

import org.kontor.api.account.PlanChoice;
import org.kontor.api.audit.FieldChange;

/**
 * A choice of an account's plan, with what the audit shows of it.
 *
 * @param version of the choice: 1 for the first
 */
public record PlanChoiceChange(UUID account, PlanChoice after, long version, List<FieldChange> shown) {
    public PlanChoiceChange {
        shown = List.copyOf(shown);
    }
}
