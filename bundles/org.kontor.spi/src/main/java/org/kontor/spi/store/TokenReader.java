/*
 * Copyright the Kontor authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.kontor.spi.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds tokens. */
public interface TokenReader {
    /** By one look into a unique index, as it is asked with every request. */
    Optional<TokenEntry> byHash(String hash);

    Optional<TokenEntry> byId(UUID id);

    /** Newest first. */
    List<TokenEntry> of(UUID person);
}
