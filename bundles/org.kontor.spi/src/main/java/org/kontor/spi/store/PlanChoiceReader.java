/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.Optional;
import java.util.UUID;

import org.kontor.api.account.PlanChoice;

/** Finds what was chosen for accounts; it is written by {@link WriteTransaction#save(PlanChoiceChange)}. */
public interface PlanChoiceReader {
    /** @param version how often it was chosen */
    record Chosen(PlanChoice choice, long version) {}

    Optional<Chosen> of(UUID account);
}
