/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.api.people;

import java.util.Optional;
import java.util.UUID;

/** Tells which account links that were mailed are about, for the look of the page. Thread-safe. */
public interface LinkAccounts {
    /** @return empty when it never was a link */
    Optional<UUID> accountOf(String secret);
}
